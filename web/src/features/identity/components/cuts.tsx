import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { DataTable } from '@/components/data-table';
import { QueryView } from '@/components/query-view';
import { StateMessage } from '@/components/state-message';
import { TableSkeleton } from '@/components/tile-skeleton';
import { formatDateTime } from '@/lib/format/dates';
import { notifyDone, notifyProblem } from '@/lib/notify';
import { useWorkspace } from '@/lib/workspace/workspace-context';
import { cutsQuery, type IdentityCut, useRemoveCut } from '../api/identity-rules';

function named(identifiers: IdentityCut['one']): string {
  return identifiers.map(({ kind, value }) => `${kind ?? ''}:${value ?? ''}`).join(', ');
}

/** What somebody said is not the same customer's, and the way back. */
export function Cuts() {
  const { key: workspace } = useWorkspace();
  const cuts = useQuery(cutsQuery(workspace));
  return (
    <QueryView
      query={cuts}
      skeleton={<TableSkeleton rows={3} label="Loading what is kept apart" />}
      isEmpty={({ items }) => items.length === 0}
      empty={
        <StateMessage mood="empty" title="Nothing is kept apart">
          When a merge is undone on a customer’s page, what was taken out is listed here.
        </StateMessage>
      }
    >
      {({ items }) => (
        <DataTable
          caption="Kept apart"
          rows={items}
          rowKey={({ id }) => id}
          columns={[
            { id: 'one', header: 'The one', wrap: true, cell: ({ one }) => named(one) },
            { id: 'other', header: 'The other', wrap: true, cell: ({ other }) => named(other) },
            { id: 'when', header: 'Said', from: 'medium', cell: ({ madeAt, madeBy }) => `${formatDateTime(madeAt)}, ${madeBy}` },
            { id: 'undo', header: 'Undo', cell: (cut) => <Rejoin cut={cut} /> },
          ]}
        />
      )}
    </QueryView>
  );
}

function Rejoin({ cut: { id, one, other } }: { cut: IdentityCut }) {
  const removal = useRemoveCut();
  return (
    <Button
      size="compact-xs"
      variant="default"
      loading={removal.isPending}
      aria-label={`Let ${named(one)} and ${named(other)} come together again`}
      onClick={() => removal.mutate(id, { onSuccess: () => notifyDone('No longer kept apart', 'Calls that name both join them again.'), onError: notifyProblem })}
    >
      Let them together
    </Button>
  );
}
