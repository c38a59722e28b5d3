import { nothing } from './numbers';

const locale = typeof navigator === 'undefined' ? 'en' : navigator.language;

export type Interval = 'month' | 'week' | 'day';

// Whoever looks, times are those of the workspace: a shop's days begin where the shop is, and segments count by them.
let zone = 'UTC';

/** In which time zone instants are shown from now on. One that the browser does not know leaves them in UTC. */
export function showTimesIn(timeZone: string): void {
  try {
    zone = new Intl.DateTimeFormat(locale, { timeZone }).resolvedOptions().timeZone;
  } catch {
    zone = 'UTC';
  }
}

/** The time zone in which instants are shown: "UTC", "Europe/Vienna". */
export function shownZone(): string {
  return zone;
}

const day = /^\d{4}-\d\d-\d\d$/;

// A day is the same everywhere; only an instant has another date elsewhere.
function format(value: string | null | undefined, options: Intl.DateTimeFormatOptions): string {
  if (!value) return nothing;
  const date = new Date(value);
  return Number.isNaN(date.getTime()) ? value : new Intl.DateTimeFormat(locale, { timeZone: day.test(value) ? 'UTC' : zone, ...options }).format(date);
}

/** The day on which an instant lies, as an ISO date. */
export function dayOf(instant: string): string {
  // Swedish dates are ISO dates.
  return new Intl.DateTimeFormat('sv-SE', { timeZone: zone, year: 'numeric', month: '2-digit', day: '2-digit' }).format(new Date(instant));
}

/** 9 Dec 2011 */
export function formatDate(value: string | null | undefined): string {
  return format(value, { day: 'numeric', month: 'short', year: 'numeric' });
}

/** 9 Dec 2011, 12:50 */
export function formatDateTime(value: string | null | undefined): string {
  return format(value, { day: 'numeric', month: 'short', year: 'numeric', hour: '2-digit', minute: '2-digit' });
}

/** Dec 2011 */
export function formatMonth(value: string | null | undefined): string {
  return format(value, { month: 'short', year: 'numeric' });
}

/** The name of one step of a series: a month by its name, a week or a day by its first day. */
export function formatStep(value: string, interval: Interval): string {
  return interval === 'month' ? formatMonth(value) : formatDate(value);
}

export function formatDays(days: number): string {
  const whole = Math.round(days);
  if (whole === 0) return 'today';
  return whole === 1 ? '1 day' : `${new Intl.NumberFormat(locale).format(whole)} days`;
}

/** How long before a day something was; before today where none is given: "12 days ago", "12 days before 31 Oct 2026". */
export function formatDaysBack(days: number, from: string | null): string {
  if (from === null) return `${formatDays(days)}${Math.round(days) >= 1 ? ' ago' : ''}`;
  return Math.round(days) >= 1 ? `${formatDays(days)} before ${formatDate(from)}` : `on ${formatDate(from)}`;
}

/** An ISO date, `days` before another. */
export function daysBefore(isoTime: string, days: number): string {
  const date = new Date(isoTime);
  date.setUTCDate(date.getUTCDate() - days);
  return date.toISOString().slice(0, 10);
}

/** 12:50:07 */
export function formatClock(value: string | null | undefined): string {
  return format(value, { hour: '2-digit', minute: '2-digit', second: '2-digit', hourCycle: 'h23' });
}
