import { Change } from '@/components/change';
import { Figure } from '@/components/figure';
import { formatCount, formatMoney, formatMoneyShort } from '@/lib/format/numbers';
import { formatDate } from '@/lib/format/dates';
import type { Overview } from '../api/get-overview';
import { type Period, periodShapes } from '../period';
import { useRecentChange } from '../use-overview';
import styles from './key-figures.module.css';

export function KeyFigures({ overview, period }: { overview: Overview; period: Period }) {
  const { before } = periodShapes[period];
  const recent = useRecentChange(period === 'all' ? overview.asOf : null);
  const change = period === 'all' ? recent : overview.change;
  const compared = period === 'all' ? 'in the last 30 days' : `against ${before}`;
  const { currency } = overview;

  function note(value: number | null | undefined) {
    if (value === null || value === undefined) return <>as of {formatDate(overview.asOf)}</>;
    return (
      <>
        <Change value={value} comparedWith={before} /> {compared}
      </>
    );
  }

  return (
    <dl className={styles.figures}>
      <Figure label="Customers" value={formatCount(period === 'all' ? overview.customers : overview.activeCustomers)} note={note(change?.customers)} />
      <Figure label="Revenue" value={formatMoneyShort(overview.revenue, currency)} note={note(change?.revenue)} />
      <Figure label="Orders" value={formatCount(overview.orders)} note={note(change?.orders)} />
      <Figure label="Average order" value={formatMoney(overview.averageOrderValue, currency)} note={note(change?.averageOrderValue)} />
    </dl>
  );
}
