import { describe, expect, it } from 'vitest';
import { liveCall } from '@/testing/mocks/tracking-handlers';
import { noFilter } from './call-filter';
import { isFound, mostKept, withNewer } from './call-list';

describe('withNewer', () => {
  it('puts the newest first and never keeps more than it may', () => {
    expect(withNewer([2, 1], [3, 4])).toEqual([4, 3, 2, 1]);
    const many = withNewer([], Array.from({ length: mostKept + 50 }, (_, index) => index));
    expect(many).toHaveLength(mostKept);
    expect(many[0]).toBe(mostKept + 49);
  });

  it('is the same list when nothing came', () => {
    const before = [1];
    expect(withNewer(before, [])).toBe(before);
  });
});

describe('isFound', () => {
  const call = liveCall({ name: 'Product Added', userId: 'ada', source: 'web-shop' });
  const refused = liveCall({ accepted: false, type: null, name: null, reason: 'the call has no event' });

  it.each([
    ['product', true],
    ['ADA', true],
    ['web-sh', true],
    ['bruno', false],
  ])('looks for %s', (text, found) => {
    expect(isFound(call, { ...noFilter, text })).toBe(found);
  });

  it('tells types and outcomes apart', () => {
    expect(isFound(call, { ...noFilter, type: 'track' })).toBe(true);
    expect(isFound(call, { ...noFilter, type: 'page' })).toBe(false);
    expect(isFound(call, { ...noFilter, outcome: 'refused' })).toBe(false);
    expect(isFound(refused, { ...noFilter, outcome: 'refused', text: 'no event' })).toBe(true);
  });
});
