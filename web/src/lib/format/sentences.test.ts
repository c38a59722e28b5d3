import { afterEach, describe, expect, it } from 'vitest';
import { dayOf, formatClock, formatDate, formatDateTime, shownZone, showTimesIn } from './dates';
import { formatSentence } from './sentences';

afterEach(() => showTimesIn('UTC'));

describe('an instant', () => {
  it('is shown in the time zone of the workspace, a day as it is', () => {
    showTimesIn('America/New_York');
    expect(formatDate('2026-01-05T02:30:00Z')).toBe('Jan 4, 2026');
    expect(formatDate('2026-01-05')).toBe('Jan 5, 2026');
    expect(formatDateTime('2026-07-05T02:30:00Z')).toBe('Jul 4, 2026, 10:30 PM');
    expect(formatClock('2026-01-05T02:30:07Z')).toBe('21:30:07');
    expect(dayOf('2026-01-05T02:30:00Z')).toBe('2026-01-04');
  });

  it('is shown in UTC where the browser does not know the time zone', () => {
    showTimesIn('Nowhere/Else');
    expect(shownZone()).toBe('UTC');
  });
});

describe('formatSentence', () => {
  it.each([
    ['A call of 2025-03-01 10:00:00 UTC named both.', 'A call of Mar 1, 2025, 11:00 AM named both.'],
    ['Computed last, at 2025-03-01T10:00:00Z, and not before.', 'Computed last, at Mar 1, 2025, 11:00 AM, and not before.'],
    ['from (2025-03-01T10:00:00.0000000+02:00) is after to', 'from (Mar 1, 2025, 09:00 AM) is after to'],
    ['It came 3 times from 2025-03-01 10:00 to 2025-03-01 12:00 UTC, seldom.', 'It came 3 times from Mar 1, 2025, 11:00 AM to Mar 1, 2025, 01:00 PM, seldom.'],
    ['Since 2025-03-01, order 2025-03-01 10:00 is the shop’s own.', 'Since 2025-03-01, order 2025-03-01 10:00 is the shop’s own.'],
  ])('reads %s', (sentence, shown) => {
    showTimesIn('Europe/Vienna');
    expect(formatSentence(sentence)).toBe(shown);
  });
});
