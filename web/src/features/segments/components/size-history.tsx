import { useMemo } from 'react';
import { Chart } from '@/components/chart/chart';
import { useChartColours } from '@/components/chart/chart-theme';
import { timeChart } from '@/components/chart/time-chart';
import { DataTable } from '@/components/data-table';
import { colourSlug } from '@/config/segment-colours';
import { daysBefore, formatStep } from '@/lib/format/dates';
import { formatCompact, formatCount } from '@/lib/format/numbers';
import type { HistoryInterval, SegmentHistory } from '../api/get-segment-history';

interface SizeHistoryProps {
  segmentKey: string;
  name: string;
  history: SegmentHistory;
  interval: HistoryInterval;
  isModel: boolean;
}

/** A size stands for the day, or the month, that it was found at the end of; one of the RFM model is dated by the day after. */
function stepName(date: string, interval: HistoryInterval, isModel: boolean): string {
  return formatStep(isModel ? daysBefore(date, 1) : date, interval);
}

export function SizeHistory({ segmentKey, name, history: { items }, interval, isModel }: SizeHistoryProps) {
  const colours = useChartColours();
  const option = useMemo(
    () =>
      timeChart({
        steps: items.map(({ date }) => stepName(date, interval, isModel)),
        series: [{ name: 'Customers', values: items.map(({ size }) => size), colour: colours.of(`--segment-${colourSlug(segmentKey)}`), shape: 'area' }],
        colours,
        format: formatCount,
        formatAxis: formatCompact,
      }),
    [items, colours, segmentKey, interval, isModel],
  );
  return (
    <Chart
      option={option}
      height={240}
      label={`Customers in ${name} per ${interval}, ${String(items.length)} ${interval}s.`}
      table={
        <DataTable
          caption={`Customers in ${name} per ${interval}`}
          rows={items}
          rowKey={({ date }) => date}
          columns={[
            { id: 'step', header: interval === 'month' ? 'Month' : 'Day', cell: ({ date }) => stepName(date, interval, isModel) },
            { id: 'size', header: 'Customers', numeric: true, cell: ({ size }) => formatCount(size) },
          ]}
        />
      }
    />
  );
}
