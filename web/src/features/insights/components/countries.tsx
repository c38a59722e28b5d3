import { DataTable } from '@/components/data-table';
import { ShareBar } from '@/components/share-bar';
import { formatCountry } from '@/lib/format/countries';
import { formatCount, formatMoneyWhole } from '@/lib/format/numbers';
import type { Overview } from '../api/get-overview';

const shown = 8;

export function Countries({ overview }: { overview: Overview }) {
  return (
    <DataTable
      caption="Countries with the most revenue"
      rows={overview.countries.slice(0, shown)}
      rowKey={({ country }) => country}
      columns={[
        { id: 'country', header: 'Country', cell: ({ country }) => formatCountry(country) },
        { id: 'customers', header: 'Customers', numeric: true, cell: ({ customers }) => formatCount(customers) },
        { id: 'revenue', header: 'Revenue', numeric: true, cell: ({ revenue }) => formatMoneyWhole(revenue, overview.currency) },
        { id: 'share', header: 'Of revenue', from: 'medium', cell: ({ revenue }) => <ShareBar share={overview.revenue > 0 ? revenue / overview.revenue : 0} /> },
      ]}
    />
  );
}
