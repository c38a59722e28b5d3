import { DataTable } from '@/components/data-table';
import { formatAverage, formatDecimal, formatCount, formatMoney, formatShare, nothing } from '@/lib/format/numbers';
import { useWorkspace } from '@/lib/workspace/workspace-context';
import type { Comparison } from '../api/compare-segments';

type Figure = Comparison['figures'][number];

function inUnit(value: number | null, unit: string, currency: string): string {
  if (value === null) return nothing;
  switch (unit) {
    case 'money':
      return formatMoney(value, currency);
    case 'share':
      return formatShare(value);
    case 'days':
      return `${formatAverage(value)} days`;
    default:
      return Number.isInteger(value) ? formatCount(value) : formatDecimal(value, 2);
  }
}

/** The figures of two segments beside those of everyone. */
export function FiguresTable({ comparison: { a, b, figures } }: { comparison: Comparison }) {
  const { currency } = useWorkspace();
  return (
    <DataTable<Figure>
      caption="Figures side by side"
      rows={figures}
      rowKey={({ name }) => name}
      columns={[
        { id: 'figure', header: 'Figure', wrap: true, cell: ({ name }) => name },
        { id: 'a', header: a.name, numeric: true, cell: (figure) => inUnit(figure.a, figure.unit, currency) },
        { id: 'b', header: b.name, numeric: true, cell: (figure) => inUnit(figure.b, figure.unit, currency) },
        { id: 'all', header: 'Everyone', numeric: true, from: 'medium', cell: (figure) => inUnit(figure.all, figure.unit, currency) },
      ]}
    />
  );
}
