import { DataTable } from '@/components/data-table';
import { AnchorLink } from '@/components/links';
import { formatDate } from '@/lib/format/dates';
import { formatCount } from '@/lib/format/numbers';
import { useWorkspace } from '@/lib/workspace/workspace-context';
import type { CompanySummary } from '../api/get-companies';

export function CompaniesTable({ companies, waiting }: { companies: readonly CompanySummary[]; waiting: boolean }) {
  const { key: workspace } = useWorkspace();
  return (
    <DataTable
      caption="Companies"
      rows={companies}
      rowKey={({ id }) => id}
      waiting={waiting}
      columns={[
        {
          id: 'name',
          header: 'Company',
          cell: ({ id, name }) => (
            <AnchorLink c="inherit" fw={550} to="/w/$workspace/customers/companies/$companyId" params={{ workspace, companyId: id }}>
              {name}
            </AnchorLink>
          ),
        },
        { id: 'key', header: 'Id in calls', from: 'medium', cell: ({ key }) => <code>{key}</code> },
        { id: 'members', header: 'Members', numeric: true, cell: ({ members }) => formatCount(members) },
        { id: 'first', header: 'First seen', from: 'medium', cell: ({ firstSeen }) => formatDate(firstSeen) },
        { id: 'last', header: 'Last seen', cell: ({ lastSeen }) => formatDate(lastSeen) },
      ]}
    />
  );
}
