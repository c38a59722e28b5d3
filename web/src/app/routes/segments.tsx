import { Button, SegmentedControl, TextInput } from '@mantine/core';
import { IconArrowsDiff, IconBooks, IconPlus, IconSearch } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { AnchorLink, ButtonLink } from '@/components/links';
import { Page } from '@/components/page';
import { Panel } from '@/components/panel';
import { QueryView } from '@/components/query-view';
import { StateMessage } from '@/components/state-message';
import { TableSkeleton } from '@/components/tile-skeleton';
import { allSegmentsQuery, nobodyIn, type SegmentSummary } from '@/features/segments/api/get-segments';
import { PastNote } from '@/features/segments/components/past-note';
import { SegmentCards } from '@/features/segments/components/segment-cards';
import { SegmentList } from '@/features/segments/components/segment-list';
import { foundSegments, type SegmentKind } from '@/features/segments/sort-segments';
import { useWorkspace } from '@/lib/workspace/workspace-context';
import { NothingYet } from '../arrival/nothing-yet';
import { WaysIn } from '../arrival/ways-in';
import type { SegmentsSearch } from '../search-params';
import styles from './segments.module.css';

const route = getRouteApi('/w/$workspace/segments');
const defaultSort = '-size';
const rowsExpected = 11;
const rowHeight = 61;

const kinds: readonly { value: SegmentKind; label: string }[] = [
  { value: 'all', label: 'All' },
  { value: 'rule', label: 'Your own' },
  { value: 'rfm', label: 'RFM' },
];

export function SegmentsRoute() {
  const { key: workspace } = useWorkspace();
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const segments = useQuery(allSegmentsQuery(workspace));
  const { kind = 'all', search: text = '', sort = defaultSort } = search;

  function ask(part: SegmentsSearch) {
    void navigate({ search: (before) => ({ ...before, ...part }), replace: true, resetScroll: false });
  }

  return (
    <Page
      title="Segments"
      lead={
        <>
          Questions about your customers that keep answering themselves. <PastNote />
        </>
      }
      actions={
        <>
          <ButtonLink variant="default" leftSection={<IconArrowsDiff size={16} aria-hidden="true" />} to="/w/$workspace/segment-comparison" params={{ workspace }}>
            Compare
          </ButtonLink>
          <ButtonLink variant="default" leftSection={<IconBooks size={16} aria-hidden="true" />} to="/w/$workspace/segment-library" params={{ workspace }}>
            From the library
          </ButtonLink>
          <ButtonLink leftSection={<IconPlus size={16} aria-hidden="true" />} to="/w/$workspace/new-segment" params={{ workspace }}>
            New segment
          </ButtonLink>
        </>
      }
    >
      <div className={styles.filters} role="search">
        <SegmentedControl aria-label="Made by" data={[...kinds]} value={kind} onChange={(value) => ask({ kind: value === 'all' ? undefined : value })} />
        <AnchorLink className={styles.settings ?? ''} size="sm" to="/w/$workspace/rfm" params={{ workspace }}>
          RFM settings
        </AnchorLink>
        <TextInput
          aria-label="Search segments"
          placeholder="Name, purpose or definition"
          type="search"
          leftSection={<IconSearch size={16} aria-hidden="true" />}
          value={text}
          onChange={(event) => ask({ search: event.currentTarget.value || undefined })}
        />
      </div>
      <QueryView
        query={segments}
        skeleton={
          <Panel title="Segments" flush>
            <TableSkeleton rows={rowsExpected} rowHeight={rowHeight} label="Loading the segments" />
          </Panel>
        }
        isEmpty={(list) => nobodyIn(list) && list.items.every((segment) => segment.kind === 'rfm')}
        empty={
          <NothingYet askedAt={segments.dataUpdatedAt}>
            <StateMessage
              mood="empty"
              title="No segments yet"
              actions={<WaysIn />}
            >
              They appear with the first orders of known customers, and with the first you write yourself: what sources send can be asked about as it comes.
            </StateMessage>
          </NothingYet>
        }
      >
        {({ items }) => (
          <Found
            found={foundSegments(items, { kind, search: text, sort })}
            kind={kind}
            isSearch={text !== ''}
            sort={sort}
            onSort={(value) => ask({ sort: value === defaultSort ? undefined : value })}
            onEverything={() => ask({ kind: undefined, search: undefined })}
          />
        )}
      </QueryView>
    </Page>
  );
}

interface FoundProps {
  found: readonly SegmentSummary[];
  kind: SegmentKind;
  isSearch: boolean;
  sort: string;
  onSort: (sort: string) => void;
  onEverything: () => void;
}

function Found({ found, kind, isSearch, sort, onSort, onEverything }: FoundProps) {
  const { key: workspace } = useWorkspace();
  if (found.length === 0 && kind === 'rule' && !isSearch) {
    return (
      <Panel title="Your own">
        <StateMessage
          mood="empty"
          title="None of your own yet"
          actions={
            <>
              <ButtonLink size="sm" to="/w/$workspace/new-segment" params={{ workspace }}>
                New segment
              </ButtonLink>
              <ButtonLink variant="default" size="sm" to="/w/$workspace/segment-library" params={{ workspace }}>
                From the library
              </ButtonLink>
            </>
          }
        >
          Say who belongs by what they do and who they are. The library has ready ones to begin with.
        </StateMessage>
      </Panel>
    );
  }
  if (found.length === 0) {
    return (
      <Panel title="Segments">
        <StateMessage
          mood="empty"
          title="No segment matches"
          actions={
            <Button variant="default" size="sm" onClick={onEverything}>
              Show all segments
            </Button>
          }
        >
          Try a part of a name or of a definition.
        </StateMessage>
      </Panel>
    );
  }
  if (kind === 'rfm') return <SegmentCards segments={found} />;
  return (
    <Panel title={kind === 'rule' ? 'Your own' : 'Segments'} flush>
      <SegmentList segments={found} sorting={{ value: sort, onChange: onSort }} />
    </Panel>
  );
}
