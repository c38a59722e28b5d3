import type { ReactNode } from 'react';
import { Change } from '@/components/change';
import { Figure } from '@/components/figure';
import { Figures } from '@/components/figures';
import { formatCount, formatMoney, formatMoneyCompact, formatMoneyShort } from '@/lib/format/numbers';
import { formatDate } from '@/lib/format/dates';
import type { Overview } from '../api/get-overview';
import { type Period, periodShapes } from '../period';
import { useRecent } from '../use-overview';

/** Of everything there ever was: the totals, and what the last thirty days brought of them. */
function AllTime({ overview }: { overview: Overview }) {
  const recent = useRecent(overview.asOf);
  const { currency, customers, knownProfiles } = overview;

  function note(value: string | undefined, change: number | null | undefined): ReactNode {
    if (value === undefined || change === null || change === undefined) return <>as of {formatDate(overview.asOf)}</>;
    return (
      <>
        {value} in 30 days <Change value={change} comparedWith={periodShapes['30d'].before} />
      </>
    );
  }

  return (
    <Figures>
      <Figure
        label="Customers"
        value={formatCount(customers)}
        note={knownProfiles > customers ? `have bought, of ${formatCount(knownProfiles)} known, visitors included` : 'everyone known has bought'}
      />
      <Figure label="Revenue" value={formatMoneyShort(overview.revenue, currency)} note={note(recent && formatMoneyCompact(recent.revenue, currency), recent?.change.revenue)} />
      <Figure label="Orders" value={formatCount(overview.orders)} note={note(recent && formatCount(recent.orders), recent?.change.orders)} />
      <Figure
        label="Average order"
        value={formatMoney(overview.averageOrderValue, currency)}
        note={note(recent && formatMoney(recent.averageOrderValue, currency), recent?.change.averageOrderValue)}
      />
    </Figures>
  );
}

export function KeyFigures({ overview, period }: { overview: Overview; period: Period }) {
  if (period === 'all') return <AllTime overview={overview} />;
  const { before } = periodShapes[period];
  const { change, currency } = overview;

  function note(value: number | null | undefined): ReactNode {
    if (value === null || value === undefined) return `no data for ${before}`;
    return (
      <>
        <Change value={value} comparedWith={before} /> against {before}
      </>
    );
  }

  return (
    <Figures>
      <Figure label="Buyers" value={formatCount(overview.activeCustomers)} note={note(change.customers)} />
      <Figure label="Revenue" value={formatMoneyShort(overview.revenue, currency)} note={note(change.revenue)} />
      <Figure label="Orders" value={formatCount(overview.orders)} note={note(change.orders)} />
      <Figure label="Average order" value={formatMoney(overview.averageOrderValue, currency)} note={note(change.averageOrderValue)} />
    </Figures>
  );
}
