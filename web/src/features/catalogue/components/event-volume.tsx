import { useMemo } from 'react';
import { Chart } from '@/components/chart/chart';
import { useChartColours } from '@/components/chart/chart-theme';
import { timeChart } from '@/components/chart/time-chart';
import { DataTable } from '@/components/data-table';
import { daysBefore, formatDate } from '@/lib/format/dates';
import { formatCompact, formatCount } from '@/lib/format/numbers';
import { useNow } from '@/lib/use-now';

interface EventVolumeProps {
  name: string;
  /** How often on each of the last days, today last. */
  callsByDay: readonly number[];
}

/** How often an event came on each of the last days. */
export function EventVolume({ name, callsByDay }: EventVolumeProps) {
  const colours = useChartColours();
  const today = new Date(useNow()).toISOString().slice(0, 10);
  const days = useMemo(() => callsByDay.map((calls, index) => ({ day: daysBefore(today, callsByDay.length - 1 - index), calls })), [callsByDay, today]);
  const option = useMemo(
    () =>
      timeChart({
        steps: days.map(({ day }) => formatDate(day)),
        series: [{ name: 'Calls', values: days.map(({ calls }) => calls), colour: colours.of('--lapis'), shape: 'bars' }],
        colours,
        format: formatCount,
        formatAxis: formatCompact,
      }),
    [days, colours],
  );
  return (
    <Chart
      option={option}
      height={220}
      label={`Calls of ${name} a day, the last ${String(days.length)} days.`}
      table={
        <DataTable
          caption={`Calls of ${name} a day`}
          rows={days}
          rowKey={({ day }) => day}
          columns={[
            { id: 'day', header: 'Day', cell: ({ day }) => formatDate(day) },
            { id: 'calls', header: 'Calls', numeric: true, cell: ({ calls }) => formatCount(calls) },
          ]}
        />
      }
    />
  );
}
