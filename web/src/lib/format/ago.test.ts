import { describe, expect, it } from 'vitest';
import { formatAgo } from './ago';

const now = Date.parse('2026-01-05T12:00:00Z');

describe('formatAgo', () => {
  it.each([
    ['2026-01-05T11:59:58Z', 'just now'],
    ['2026-01-05T11:59:20Z', '40 seconds ago'],
    ['2026-01-05T11:42:00Z', '18 minutes ago'],
    ['2026-01-05T09:00:00Z', '3 hours ago'],
    ['2026-01-04T11:00:00Z', 'yesterday'],
    ['2026-01-05T12:05:00Z', 'in 5 minutes'],
  ])('says of %s that it was %s', (time, words) => {
    expect(formatAgo(time, now)).toBe(words);
  });

  it('names the date of what is long ago, and shows a dash for never', () => {
    expect(formatAgo('2025-12-01T10:00:00Z', now)).toMatch(/1.*2025/);
    expect(formatAgo(null, now)).toBe('–');
  });
});
