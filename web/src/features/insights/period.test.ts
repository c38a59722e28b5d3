import { describe, expect, it } from 'vitest';
import { periodFilter } from './period';

describe('periodFilter', () => {
  it('ends on the day of the latest data, not today', () => {
    expect(periodFilter('30d', 'day', '2011-12-09T00:00:00Z')).toEqual({ interval: 'day', from: '2011-11-10' });
  });

  it('asks for everything when the period is all time or the end is not known', () => {
    expect(periodFilter('all', 'month', '2011-12-09T00:00:00Z')).toEqual({ interval: 'month' });
    expect(periodFilter('90d', 'week', null)).toEqual({ interval: 'week' });
  });
});
