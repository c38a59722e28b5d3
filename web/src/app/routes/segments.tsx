import { useQuery } from '@tanstack/react-query';
import { ButtonLink } from '@/components/links';
import { Page } from '@/components/page';
import { QueryView } from '@/components/query-view';
import { StateMessage } from '@/components/state-message';
import { TileSkeleton } from '@/components/tile-skeleton';
import { nobodyIn, segmentsQuery } from '@/features/segments/api/get-segments';
import { PastNote } from '@/features/segments/components/past-note';
import { SegmentCards } from '@/features/segments/components/segment-cards';
import { useWorkspace } from '@/lib/workspace/workspace-context';
import { NothingYet } from '../arrival/nothing-yet';

export function SegmentsRoute() {
  const { key: workspace } = useWorkspace();
  const segments = useQuery(segmentsQuery(workspace));
  return (
    <Page
      title="Segments"
      lead={
        <>
          Everyone who has bought is in exactly one of these, by how recently, how often and for how much. <PastNote />
        </>
      }
      actions={
        <ButtonLink variant="default" to="/w/$workspace/rfm" params={{ workspace }}>
          RFM settings
        </ButtonLink>
      }
    >
      <QueryView
        query={segments}
        skeleton={<TileSkeleton tiles={160} label="Loading the segments" />}
        isEmpty={nobodyIn}
        empty={
          <NothingYet askedAt={segments.dataUpdatedAt}>
            <StateMessage
              mood="empty"
              title="No segments yet"
              actions={
                <ButtonLink to="/w/$workspace/imports/new" params={{ workspace }}>
                  Import your orders
                </ButtonLink>
              }
            >
              Segments appear with the first orders of known customers.
            </StateMessage>
          </NothingYet>
        }
      >
        {({ items }) => <SegmentCards segments={items} />}
      </QueryView>
    </Page>
  );
}
