import { describe, expect, it } from 'vitest';
import { isKey, keyOf } from './details';

describe('keyOf', () => {
  it.each([
    ['Big spenders gone quiet', 'big-spenders-gone-quiet'],
    ['Café & Bäckerei', 'cafe-backerei'],
    ['90 days away!', 'days-away'],
    ['日本', ''],
    [`${'a'.repeat(63)} b`, 'a'.repeat(63)],
  ])('%s', (name, key) => {
    expect(keyOf(name)).toBe(key);
    if (key !== '') expect(isKey(key)).toBe(true);
  });
});
