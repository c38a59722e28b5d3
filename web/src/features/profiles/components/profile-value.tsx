import { Figure } from '@/components/figure';
import { Figures } from '@/components/figures';
import { formatDate, formatDaysBack } from '@/lib/format/dates';
import { formatCount, formatMoney, nothing } from '@/lib/format/numbers';
import type { Profile } from '../api/get-profile';

function lastOrder({ recencyDays, referenceDate }: NonNullable<Profile['rfm']>): string {
  return `latest ${formatDaysBack(recencyDays, referenceDate)}`;
}

function days(count: number): string {
  return count === 1 ? '1 day' : `${formatCount(count)} days`;
}

function capital(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1).replaceAll('-', ' ');
}

/** What a customer is worth, and what is computed of all they ever did. */
export function ProfileValue({ profile }: { profile: Profile }) {
  const { orders, revenue, returns, averageOrderValue, currency } = profile.value;
  const { sessions, daysActive, devices, acquisitionChannel, lifetimeRevenue } = profile.computed;
  return (
    <Figures>
      <Figure label="Revenue" value={formatMoney(revenue, currency)} note={returns > 0 ? `${formatMoney(lifetimeRevenue, currency)} with returns taken off` : 'nothing returned'} />
      <Figure label="Orders" value={formatCount(orders)} note={profile.rfm ? lastOrder(profile.rfm) : 'none that counts'} />
      <Figure label="Average order" value={formatMoney(averageOrderValue, currency)} note="revenue per order" />
      <Figure label="Last seen" value={formatDate(profile.lastSeen)} note={`first seen ${formatDate(profile.firstSeen)}`} />
      <Figure label="Sessions" value={formatCount(sessions)} note={sessions === 0 ? 'no events so far' : 'half an hour of silence ends one'} />
      <Figure label="Active" value={daysActive === 0 ? nothing : days(daysActive)} note={daysActive === 0 ? 'no events so far' : 'with an event, page or screen'} />
      <Figure label="Devices" value={devices === 0 ? nothing : formatCount(devices)} note={devices === 0 ? 'no call said' : 'by device or visitor ids'} />
      <Figure label="Came by" value={acquisitionChannel ? capital(acquisitionChannel) : nothing} note={acquisitionChannel ? 'the first time' : 'no call said'} />
    </Figures>
  );
}
