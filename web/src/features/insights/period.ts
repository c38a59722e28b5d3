import { daysBefore, type Interval } from '@/lib/format/dates';
import type { OverviewFilter } from './api/get-overview';

export type Period = 'all' | '12m' | '90d' | '30d';

interface PeriodShape {
  label: string;
  /** Null: from the first order on. */
  days: number | null;
  interval: Interval;
  /** What a change is compared with. */
  before: string;
}

export const periodShapes: Record<Period, PeriodShape> = {
  all: { label: 'All time', days: null, interval: 'month', before: 'the 30 days before' },
  '12m': { label: '12 months', days: 365, interval: 'month', before: 'the 12 months before' },
  '90d': { label: '90 days', days: 90, interval: 'week', before: 'the 90 days before' },
  '30d': { label: '30 days', days: 30, interval: 'day', before: 'the 30 days before' },
};

/** The request for a period that ends on the day of the latest data, which need not be today. */
export function periodFilter(period: Period, interval: Interval, asOf: string | null | undefined): OverviewFilter {
  const { days } = periodShapes[period];
  if (days === null || !asOf) return { interval };
  return { interval, from: daysBefore(asOf, days - 1) };
}
