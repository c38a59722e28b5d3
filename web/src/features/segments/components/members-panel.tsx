import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Pager } from '@/components/pager';
import { Panel } from '@/components/panel';
import { QueryView } from '@/components/query-view';
import { StateMessage } from '@/components/state-message';
import { TableSkeleton } from '@/components/tile-skeleton';
import { formatDate, formatDateTime } from '@/lib/format/dates';
import { usePaging } from '@/lib/use-paging';
import { useWorkspace } from '@/lib/workspace/workspace-context';
import { type Member, membersQuery } from '../api/get-members';
import type { SegmentDetail } from '../api/get-segment';
import { WhyDrawer } from '../explaining/why-drawer';
import { ExportMenu } from './export-menu';
import { MembersTable } from './members-table';

interface MembersPanelProps {
  segment: SegmentDetail;
  sort: string | undefined;
  cursor: string | undefined;
  onSort: (sort: string | undefined) => void;
  onPage: (cursor: string | undefined) => void;
}

const pageSize = 25;
const defaultSort = '-monetary';

/** Who is in a segment, each with the reason at hand. */
export function MembersPanel({ segment, sort: askedSort, cursor, onSort, onPage }: MembersPanelProps) {
  const { key: workspace } = useWorkspace();
  const { key, kind, size, state } = segment;
  const sort = kind === 'rfm' ? (askedSort ?? defaultSort) : undefined;
  const members = useQuery({
    ...membersQuery(workspace, key, { limit: pageSize, ...(sort ? { sort } : {}), ...(cursor ? { cursor } : {}) }),
    // Who belongs is found anew with every computation of the segment.
    enabled: state !== 'computing' || size > 0,
  });
  const [explained, setExplained] = useState<Member | null>(null);
  const paging = usePaging(cursor, members.data?.next, onPage);
  const asOf = kind === 'rfm' ? formatDate(segment.trend.at(-1)?.date) : formatDateTime(segment.computedAt);

  return (
    <Panel title="Members" flush description={kind === 'rfm' ? `As of ${asOf}; last purchases are told in days before it.` : `As of ${asOf}.`} actions={<ExportMenu segmentKey={key} />}>
      <QueryView
        query={members}
        skeleton={<TableSkeleton rows={Math.min(Math.max(size, 3), pageSize)} label="Loading the members" />}
        isEmpty={({ items }) => items.length === 0}
        empty={
          <StateMessage mood="empty" title="Nobody is here right now">
            {kind === 'rfm' ? 'No customer matches the rule as of the reference date.' : 'No customer meets the definition as of now. Whoever does will show here by themselves.'}
          </StateMessage>
        }
      >
        {({ items }) => (
          <>
            <MembersTable
              members={items}
              waiting={members.isPlaceholderData}
              {...(sort ? { sorting: { value: sort, onChange: (value: string) => onSort(value === defaultSort ? undefined : value) } } : {})}
              onExplain={setExplained}
            />
            <Pager label="Pages of members" paging={paging} />
          </>
        )}
      </QueryView>
      <WhyDrawer segmentKey={key} member={explained} onClose={() => setExplained(null)} />
    </Panel>
  );
}
