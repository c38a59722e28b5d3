import { Change } from '@/components/change';
import { DataTable } from '@/components/data-table';
import { AnchorLink } from '@/components/links';
import { SegmentName } from '@/components/segment-name';
import { ShareBar } from '@/components/share-bar';
import { Sparkline } from '@/components/sparkline';
import { segmentColour } from '@/config/segment-colours';
import { growthIsGood } from '@/config/segment-mood';
import { daysBefore, formatDate } from '@/lib/format/dates';
import { formatAverage, formatCount, formatMoney } from '@/lib/format/numbers';
import { useWorkspace } from '@/lib/workspace/workspace-context';
import type { SegmentSummary } from '../api/get-segments';

export function trendLabel({ name, kind, trend }: Pick<SegmentSummary, 'name' | 'kind' | 'trend'>): string {
  const first = trend[0];
  const last = trend.at(-1);
  if (first && trend.length === 1) return `${name}: ${formatCount(first.size)} customers, kept since ${formatDate(kind === 'rfm' ? daysBefore(first.date, 1) : first.date)}`;
  return first && last ? `${name}: from ${formatCount(first.size)} to ${formatCount(last.size)} customers over ${String(trend.length)} months` : `${name}: no trend yet`;
}

/** The segments beside each other: how many, how much of everything, how much each, which way. */
export function SegmentTable({ segments }: { segments: readonly SegmentSummary[] }) {
  const { key: workspace, currency } = useWorkspace();
  return (
    <DataTable
      caption="Segments"
      rows={segments}
      rowKey={({ key }) => key}
      columns={[
        {
          id: 'name',
          header: 'Segment',
          cell: ({ key, name }) => (
            <AnchorLink c="inherit" to="/w/$workspace/segments/$segmentKey" params={{ workspace, segmentKey: key }}>
              <SegmentName segmentKey={key} name={name} />
            </AnchorLink>
          ),
        },
        { id: 'size', header: 'Customers', numeric: true, cell: ({ size }) => formatCount(size) },
        { id: 'share', header: 'Of customers', from: 'medium', cell: ({ key, share }) => <ShareBar share={share} colour={segmentColour(key)} /> },
        { id: 'revenue', header: 'Of revenue', cell: ({ key, revenueShare }) => <ShareBar share={revenueShare} colour={segmentColour(key)} /> },
        { id: 'average', header: 'Average value', numeric: true, cell: ({ averageValue }) => formatMoney(averageValue, currency) },
        { id: 'orders', header: 'Orders each', numeric: true, from: 'medium', cell: ({ averageFrequency }) => formatAverage(averageFrequency) },
        {
          id: 'trend',
          header: 'Trend',
          cell: (segment) => <Sparkline values={segment.trend.map(({ size }) => size)} label={trendLabel(segment)} colour={segmentColour(segment.key)} />,
        },
        {
          id: 'change',
          header: 'Last month',
          numeric: true,
          cell: ({ key, sizeChange }) => <Change value={sizeChange} comparedWith="a month ago" growthIsGood={growthIsGood(key)} />,
        },
      ]}
    />
  );
}
