import { Figure } from '@/components/figure';
import { formatCount, formatMoney } from '@/lib/format/numbers';
import { formatDate } from '@/lib/format/dates';
import type { Profile } from '../api/get-profile';
import styles from './profile-value.module.css';

export function ProfileValue({ profile }: { profile: Profile }) {
  const { orders, revenue, returns, averageOrderValue, currency } = profile.value;
  return (
    <dl className={styles.figures}>
      <Figure label="Revenue" value={formatMoney(revenue, currency)} note={returns > 0 ? `${formatMoney(returns, currency)} returned` : 'nothing returned'} />
      <Figure label="Orders" value={formatCount(orders)} note={`since ${formatDate(profile.firstSeen)}`} />
      <Figure label="Average order" value={formatMoney(averageOrderValue, currency)} note="over all orders" />
      <Figure label="Last seen" value={formatDate(profile.lastSeen)} note={profile.rfm ? `${formatCount(profile.rfm.recencyDays)} days before the reference date` : undefined} />
    </dl>
  );
}
