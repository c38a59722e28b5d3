import { DataTable } from '@/components/data-table';
import { ShareBar } from '@/components/share-bar';
import { formatCount, formatMoneyWhole } from '@/lib/format/numbers';
import type { Overview } from '../api/get-overview';

const shown = 8;

export function TopProducts({ overview }: { overview: Overview }) {
  return (
    <DataTable
      caption="Products with the most revenue"
      rows={overview.topProducts.slice(0, shown)}
      rowKey={({ sku, description }) => `${sku} ${description}`}
      columns={[
        { id: 'product', header: 'Product', wrap: true, cell: ({ description, sku }) => description || sku },
        { id: 'quantity', header: 'Sold', numeric: true, cell: ({ quantity }) => formatCount(quantity) },
        { id: 'revenue', header: 'Revenue', numeric: true, cell: ({ revenue }) => formatMoneyWhole(revenue, overview.currency) },
        { id: 'share', header: 'Of revenue', from: 'medium', cell: ({ revenue }) => <ShareBar share={overview.revenue > 0 ? revenue / overview.revenue : 0} /> },
      ]}
    />
  );
}
