import { useMemo } from 'react';
import { Chart } from '@/components/chart/chart';
import { useChartColours } from '@/components/chart/chart-theme';
import { timeChart } from '@/components/chart/time-chart';
import { DataTable } from '@/components/data-table';
import { colourSlug } from '@/config/segment-colours';
import { formatMonth } from '@/lib/format/dates';
import { formatCompact, formatCount } from '@/lib/format/numbers';
import type { SegmentHistory } from '../api/get-segment-history';

interface SizeHistoryProps {
  segmentKey: string;
  name: string;
  history: SegmentHistory;
}

export function SizeHistory({ segmentKey, name, history: { items } }: SizeHistoryProps) {
  const colours = useChartColours();
  const option = useMemo(
    () =>
      timeChart({
        steps: items.map(({ date }) => formatMonth(date)),
        series: [{ name: 'Customers', values: items.map(({ size }) => size), colour: colours.of(`--segment-${colourSlug(segmentKey)}`), shape: 'area' }],
        colours,
        format: formatCount,
        formatAxis: formatCompact,
      }),
    [items, colours, segmentKey],
  );
  return (
    <Chart
      option={option}
      height={240}
      label={`Customers in ${name} per month, ${String(items.length)} months.`}
      table={
        <DataTable
          caption={`Customers in ${name} per month`}
          rows={items}
          rowKey={({ date }) => date}
          columns={[
            { id: 'month', header: 'Month', cell: ({ date }) => formatMonth(date) },
            { id: 'size', header: 'Customers', numeric: true, cell: ({ size }) => formatCount(size) },
          ]}
        />
      }
    />
  );
}
