import { Badge } from '@mantine/core';
import { DataTable } from '@/components/data-table';
import { AnchorLink } from '@/components/links';
import { formatDateTime } from '@/lib/format/dates';
import { formatCount } from '@/lib/format/numbers';
import { useWorkspace } from '@/lib/workspace/workspace-context';
import type { ImportJob } from '../api/get-imports';
import { stateName } from '../import-state';
import { kindName } from '../targets';

const stateColours: Record<string, string> = { done: 'teal', failed: 'red', 'needs-answer': 'gold' };

export function StateBadge({ state }: { state: string }) {
  return (
    <Badge style={{ flex: 'none', overflow: 'visible' }} miw="max-content" variant="light" radius="sm" tt="none" c="var(--mantine-color-text)" color={stateColours[state] ?? 'lapis'}>
      {stateName(state)}
    </Badge>
  );
}

export function ImportsTable({ imports }: { imports: readonly ImportJob[] }) {
  const { key: workspace } = useWorkspace();
  return (
    <DataTable
      caption="Imports so far"
      rows={imports}
      rowKey={({ id }) => id}
      columns={[
        {
          id: 'file',
          header: 'File',
          cell: ({ id, fileName }) => (
            <AnchorLink c="inherit" fw={550} to="/w/$workspace/imports/$importId" params={{ workspace, importId: id }}>
              {fileName}
            </AnchorLink>
          ),
        },
        { id: 'kind', header: 'Kind', from: 'wide', cell: ({ kind }) => kindName(kind) },
        { id: 'state', header: 'State', cell: ({ state }) => <StateBadge state={state} /> },
        { id: 'read', header: 'Rows', numeric: true, from: 'medium', cell: ({ rowsRead }) => formatCount(rowsRead) },
        { id: 'accepted', header: 'Accepted', numeric: true, from: 'medium', cell: ({ rowsAccepted }) => formatCount(rowsAccepted) },
        { id: 'duplicate', header: 'Known already', numeric: true, from: 'wide', cell: ({ rowsDuplicate }) => formatCount(rowsDuplicate) },
        { id: 'rejected', header: 'Rejected', numeric: true, cell: ({ rowsRejected }) => formatCount(rowsRejected) },
        { id: 'started', header: 'Started', from: 'medium', cell: ({ startedAt }) => formatDateTime(startedAt) },
      ]}
    />
  );
}
