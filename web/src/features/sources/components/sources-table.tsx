import { DataTable } from '@/components/data-table';
import { AnchorLink } from '@/components/links';
import { TimeAgo } from '@/components/time-ago';
import { formatCount } from '@/lib/format/numbers';
import { useWorkspace } from '@/lib/workspace/workspace-context';
import type { Source } from '../api/get-sources';
import { kindName } from '../kinds';
import { SourceState } from './source-state';

export function SourcesTable({ sources }: { sources: readonly Source[] }) {
  const { key: workspace } = useWorkspace();
  return (
    <DataTable
      caption="Sources"
      rows={sources}
      rowKey={({ key }) => key}
      columns={[
        {
          id: 'name',
          header: 'Source',
          cell: ({ key, name }) => (
            <AnchorLink c="inherit" fw={550} to="/w/$workspace/sources/$sourceKey" params={{ workspace, sourceKey: key }}>
              {name}
            </AnchorLink>
          ),
        },
        { id: 'key', header: 'Key', from: 'wide', cell: ({ key }) => <code>{key}</code> },
        { id: 'kind', header: 'Kind', from: 'medium', cell: ({ kind }) => kindName(kind) },
        { id: 'state', header: 'State', cell: (source) => <SourceState source={source} /> },
        { id: 'calls', header: 'Calls stored', numeric: true, from: 'medium', cell: ({ calls }) => formatCount(calls) },
        { id: 'last', header: 'Last received', cell: ({ lastReceivedAt }) => <TimeAgo time={lastReceivedAt} /> },
      ]}
    />
  );
}
