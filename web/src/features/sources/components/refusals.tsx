import { useQuery } from '@tanstack/react-query';
import { DataTable } from '@/components/data-table';
import { QueryView } from '@/components/query-view';
import { StateMessage } from '@/components/state-message';
import { TimeAgo } from '@/components/time-ago';
import { TableSkeleton } from '@/components/tile-skeleton';
import { formatCount } from '@/lib/format/numbers';
import { formatText } from '@/lib/format/text';
import { useWorkspace } from '@/lib/workspace/workspace-context';
import { refusalsQuery } from '../api/get-refusals';

/** Why calls of a source were kept aside. */
export function Refusals({ sourceKey }: { sourceKey: string }) {
  const { key: workspace } = useWorkspace();
  const refusals = useQuery({ ...refusalsQuery(workspace), select: ({ items }) => items.filter(({ source }) => source === sourceKey) });
  return (
    <QueryView
      query={refusals}
      skeleton={<TableSkeleton rows={3} label="Loading what was refused" />}
      isEmpty={(items) => items.length === 0}
      empty={
        <StateMessage mood="empty" title="Nothing was refused">
          No call was kept aside in the last 30 days.
        </StateMessage>
      }
    >
      {(items) => (
        <DataTable
          caption="Why calls were kept aside"
          rows={items}
          rowKey={({ reason, field }) => `${field} ${reason}`}
          columns={[
            { id: 'reason', header: 'Reason', wrap: true, cell: ({ reason }) => reason },
            { id: 'field', header: 'Field', from: 'medium', cell: ({ field }) => (field ? <code>{field}</code> : formatText(null)) },
            { id: 'count', header: 'In 30 days', numeric: true, cell: ({ count }) => formatCount(count) },
            { id: 'last', header: 'Last', from: 'medium', cell: ({ lastReceivedAt }) => <TimeAgo time={lastReceivedAt} /> },
          ]}
        />
      )}
    </QueryView>
  );
}
