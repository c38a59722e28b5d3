import { formatDateTime } from './dates';
import { nothing } from './numbers';

const locale = typeof navigator === 'undefined' ? 'en' : navigator.language;
const relative = new Intl.RelativeTimeFormat(locale, { numeric: 'auto' });

const minute = 60;
const hour = 60 * minute;
const day = 24 * hour;
const justNow = 5;

/** How long ago, or how soon, for as long as that says more than a date: "3 minutes ago". */
export function formatAgo(time: string | null | undefined, now: number): string {
  if (!time) return nothing;
  const seconds = Math.round((Date.parse(time) - now) / 1000);
  if (Number.isNaN(seconds)) return time;
  const size = Math.abs(seconds);
  if (size < justNow) return 'just now';
  if (size < minute) return relative.format(seconds, 'second');
  if (size < hour) return relative.format(Math.trunc(seconds / minute), 'minute');
  if (size < day) return relative.format(Math.trunc(seconds / hour), 'hour');
  if (size < 7 * day) return relative.format(Math.trunc(seconds / day), 'day');
  return formatDateTime(time);
}
