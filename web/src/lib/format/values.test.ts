import { describe, expect, it } from 'vitest';
import { formatValue, readJson } from './values';

describe('formatValue', () => {
  it.each([
    ['svg', 'svg'],
    [true, 'yes'],
    [3.5, '3.5'],
    [['drive', 'slack'], 'drive, slack'],
    [[], '–'],
    [{ a: 1 }, '{"a":1}'],
    [undefined, ''],
  ])('says %j as %s', (value, words) => {
    expect(formatValue(value)).toBe(words);
  });

  it('says an instant as a date and leaves what only begins like one', () => {
    expect(formatValue('2025-02-03T12:00:00.000Z')).toMatch(/Feb.*2025.*12:00/);
    expect(formatValue('2025-02-03T12:00 or so')).toBe('2025-02-03T12:00 or so');
  });
});

describe('readJson', () => {
  it('reads what is JSON and keeps what is none', () => {
    expect(readJson('{"a":1}')).toEqual({ a: 1 });
    expect(readJson('half {')).toBe('half {');
  });
});
