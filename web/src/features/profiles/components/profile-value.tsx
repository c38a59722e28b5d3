import { Figure } from '@/components/figure';
import { Figures } from '@/components/figures';
import { formatDate, formatDays } from '@/lib/format/dates';
import { formatCount, formatMoney } from '@/lib/format/numbers';
import type { Profile } from '../api/get-profile';

function lastOrder({ recencyDays, referenceDate }: NonNullable<Profile['rfm']>): string {
  return `the last ${recencyDays >= 1 ? `${formatDays(recencyDays)} before` : 'on'} ${formatDate(referenceDate)}`;
}

export function ProfileValue({ profile }: { profile: Profile }) {
  const { orders, revenue, returns, averageOrderValue, currency } = profile.value;
  return (
    <Figures>
      <Figure label="Revenue" value={formatMoney(revenue, currency)} note={returns > 0 ? `before ${formatMoney(returns, currency)} of returns` : 'nothing returned'} />
      <Figure label="Orders" value={formatCount(orders)} note={profile.rfm ? lastOrder(profile.rfm) : 'none that counts'} />
      <Figure label="Average order" value={formatMoney(averageOrderValue, currency)} note="revenue per order" />
      <Figure label="Last seen" value={formatDate(profile.lastSeen)} note={`first seen ${formatDate(profile.firstSeen)}`} />
    </Figures>
  );
}
