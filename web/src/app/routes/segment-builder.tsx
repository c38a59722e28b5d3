import { Alert, Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { ButtonLink } from '@/components/links';
import { MissingMessage } from '@/components/missing-message';
import { Page } from '@/components/page';
import { StateMessage } from '@/components/state-message';
import { TileSkeleton } from '@/components/tile-skeleton';
import { segmentQuery } from '@/features/segments/api/get-segment';
import { vocabularyQuery } from '@/features/segments/api/get-vocabulary';
import { BuilderForm } from '@/features/segments/builder/builder-form';
import { asProblem } from '@/lib/api/problem';
import { nothingKnown } from '@/features/segments/definition/vocabulary';
import { useWorkspace } from '@/lib/workspace/workspace-context';

const newRoute = getRouteApi('/w/$workspace/new-segment');
const editRoute = getRouteApi('/w/$workspace/segments/$segmentKey/edit');

/** A new segment, or one that begins as a copy of another. */
export function NewSegmentRoute() {
  const { from } = newRoute.useSearch();
  return <Builder segmentKey={from} isCopy />;
}

export function EditSegmentRoute() {
  const { segmentKey } = editRoute.useParams();
  return <Builder segmentKey={segmentKey} isCopy={false} />;
}

function Builder({ segmentKey, isCopy }: { segmentKey: string | undefined; isCopy: boolean }) {
  const { key: workspace } = useWorkspace();
  const segment = useQuery({ ...segmentQuery(workspace, segmentKey ?? ''), enabled: segmentKey !== undefined });
  const vocabulary = useQuery(vocabularyQuery(workspace));
  const title = isCopy ? 'New segment' : 'Edit the segment';
  const all = (
    <ButtonLink variant="default" size="sm" to="/w/$workspace/segments" params={{ workspace }}>
      All segments
    </ButtonLink>
  );
  if (segment.isError) {
    return (
      <Page title={title}>
        <MissingMessage
          error={segment.error}
          onRetry={() => void segment.refetch()}
          title="There is no such segment"
          text="It may have been deleted since."
          list="/w/$workspace/segments"
          listName="All segments"
        />
      </Page>
    );
  }
  if (segment.data && segment.data.kind !== 'rule') {
    return (
      <Page title={title}>
        <StateMessage mood="denied" title="This segment is not written by hand" actions={all}>
          It is made by the RFM model. Its settings change it; a segment of your own can refer to it.
        </StateMessage>
      </Page>
    );
  }
  // What the data can be asked about comes first: every form offers it. Without it, names are written freely.
  if ((segmentKey !== undefined && !segment.data) || vocabulary.isPending) {
    return (
      <Page title={title}>
        <TileSkeleton tiles={200} label="Loading the builder" />
      </Page>
    );
  }
  return <BuilderForm key={segmentKey ?? ''} segment={segment.data} isCopy={isCopy} vocabulary={vocabulary.data ?? nothingKnown} unknown={vocabulary.isError ? <NamesUnknown error={vocabulary.error} onRetry={() => void vocabulary.refetch()} /> : null} />;
}

/** Names are not offered, but can be written: no reason to keep anybody from their work. */
function NamesUnknown({ error, onRetry }: { error: unknown; onRetry: () => void }) {
  return (
    <Alert color="gold" title="Events and traits cannot be offered just now">
      {asProblem(error).message} You can write their names yourself.{' '}
      <Button variant="default" size="compact-xs" ml="xs" onClick={onRetry}>
        Try again
      </Button>
    </Alert>
  );
}
