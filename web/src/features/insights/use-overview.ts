import { useQuery } from '@tanstack/react-query';
import type { Interval } from '@/lib/format/dates';
import { useWorkspace } from '@/lib/workspace/workspace-context';
import { overviewQuery } from './api/get-overview';
import { type Period, periodFilter } from './period';

/** The figures of a period. Everything is asked once for all time: it tells the day on which the data ends. */
export function useOverview(period: Period, interval: Interval) {
  const { key } = useWorkspace();
  const everything = useQuery(overviewQuery(key, { interval: 'month' }));
  const asOf = everything.data?.asOf;
  const query = useQuery({ ...overviewQuery(key, periodFilter(period, interval, asOf)), enabled: period === 'all' || everything.isSuccess });
  // A failure of the first request is the failure of the screen.
  return everything.isError ? everything : query;
}

/** The last thirty days and how they compare with the thirty before, shown where the period itself has no predecessor. */
export function useRecent(asOf: string | null | undefined) {
  const { key } = useWorkspace();
  return useQuery({ ...overviewQuery(key, periodFilter('30d', 'day', asOf)), enabled: Boolean(asOf) }).data;
}
