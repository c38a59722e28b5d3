import { Figure } from '@/components/figure';
import { Figures } from '@/components/figures';
import { formatDate, formatDays } from '@/lib/format/dates';
import { formatCount, formatMoney } from '@/lib/format/numbers';
import type { Profile } from '../api/get-profile';

function lastOrder(recencyDays: number): string {
  return recencyDays >= 1 ? `the last ${formatDays(recencyDays)} ago` : 'the last today';
}

export function ProfileValue({ profile }: { profile: Profile }) {
  const { orders, revenue, returns, averageOrderValue, currency } = profile.value;
  return (
    <Figures>
      <Figure label="Revenue" value={formatMoney(revenue, currency)} note={returns > 0 ? `${formatMoney(returns, currency)} returned` : 'nothing returned'} />
      <Figure label="Orders" value={formatCount(orders)} note={profile.rfm ? lastOrder(profile.rfm.recencyDays) : 'none that counts'} />
      <Figure label="Average order" value={formatMoney(averageOrderValue, currency)} note="revenue per order" />
      <Figure label="Last seen" value={formatDate(profile.lastSeen)} note={`first seen ${formatDate(profile.firstSeen)}`} />
    </Figures>
  );
}
