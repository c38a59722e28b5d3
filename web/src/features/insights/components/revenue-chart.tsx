import { SegmentedControl } from '@mantine/core';
import { useMemo } from 'react';
import { Chart } from '@/components/chart/chart';
import { useChartColours } from '@/components/chart/chart-theme';
import { timeChart } from '@/components/chart/time-chart';
import { DataTable } from '@/components/data-table';
import { formatStep, type Interval } from '@/lib/format/dates';
import { formatCompact, formatCount, formatMoney, formatMoneyCompact } from '@/lib/format/numbers';
import type { Overview } from '../api/get-overview';

export type Measure = 'revenue' | 'orders' | 'customers' | 'newCustomers';

const measureNames: Record<Measure, string> = { revenue: 'Revenue', orders: 'Orders', customers: 'Buyers', newCustomers: 'New customers' };
const choices = Object.entries(measureNames).map(([value, label]) => ({ value: value as Measure, label }));

interface RevenueChartProps {
  overview: Overview;
  interval: Interval;
  measure: Measure;
  onMeasure: (measure: Measure) => void;
}

/** What happened over time: revenue, orders or customers per month, week or day. */
export function RevenueChart({ overview, interval, measure, onMeasure }: RevenueChartProps) {
  const colours = useChartColours();
  const { currency, series } = overview;
  const money = measure === 'revenue';
  const format = money ? (value: number) => formatMoney(value, currency) : formatCount;
  const option = useMemo(
    () =>
      timeChart({
        steps: series.map(({ start }) => formatStep(start, interval)),
        series: [{ name: measureNames[measure], values: series.map((step) => step[measure]), colour: colours.lapis, shape: interval === 'day' ? 'area' : 'bars' }],
        colours,
        format: measure === 'revenue' ? (value) => formatMoney(value, currency) : formatCount,
        formatAxis: measure === 'revenue' ? (value) => formatMoneyCompact(value, currency) : formatCompact,
      }),
    [series, interval, measure, colours, currency],
  );
  return (
    <Chart
      option={option}
      height={300}
      label={`${measureNames[measure]} per ${interval}, ${String(series.length)} ${interval}s${money ? `, in ${currency}` : ''}.`}
      control={<SegmentedControl size="xs" aria-label="Measure" data={choices} value={measure} onChange={onMeasure} />}
      table={
        <DataTable
          caption={`${measureNames[measure]} per ${interval}`}
          rows={series}
          rowKey={({ start }) => start}
          columns={[
            { id: 'start', header: 'From', cell: ({ start }) => formatStep(start, interval) },
            { id: 'value', header: measureNames[measure], numeric: true, cell: (step) => format(step[measure]) },
          ]}
        />
      }
    />
  );
}
