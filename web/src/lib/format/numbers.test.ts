import { describe, expect, it } from 'vitest';
import { formatBytes, formatChange, formatMoney, formatMoneyCompact, formatMoneyShort, formatMoneyWhole, formatShare, formatWholeShare } from './numbers';

describe('formatShare', () => {
  it('has one digit throughout, but for nothing', () => {
    expect(formatShare(0.0042)).toBe('0.4%');
    expect(formatShare(0.42)).toBe('42.0%');
    expect(formatShare(0)).toBe('0%');
  });
});

describe('formatWholeShare', () => {
  it('keeps a digit where a whole number would hide a small share', () => {
    expect(formatWholeShare(0.0042)).toBe('0.4%');
    expect(formatWholeShare(0.423)).toBe('42%');
    expect(formatWholeShare(0)).toBe('0%');
  });
});

describe('formatChange', () => {
  it('is signed in both directions and plain at zero', () => {
    expect(formatChange(0.124)).toBe('+12.4%');
    expect(formatChange(-0.05)).toBe('-5.0%');
    expect(formatChange(1.333)).toBe('+133%');
    expect(formatChange(0)).toBe('0%');
  });
});

describe('formatMoney', () => {
  it('uses the minor digits of the currency', () => {
    expect(formatMoney(1234.5, 'GBP')).toBe('£1,234.50');
    expect(formatMoney(1234.5, 'JPY')).toBe('¥1,235');
  });

  it('shows a number when the currency is none that is known', () => {
    expect(formatMoney(12.5, '')).toBe('12.5');
  });
});

describe('formatMoneyShort', () => {
  it('leaves out minor digits from a hundred on, and shortens from a hundred thousand on', () => {
    expect(formatMoneyShort(54.2, 'EUR')).toBe('€54.20');
    expect(formatMoneyShort(83, 'EUR')).toBe('€83');
    expect(formatMoneyShort(61_271.6, 'EUR')).toBe('€61,272');
    expect(formatMoneyShort(8_911_407.9, 'GBP')).toBe('£8.91M');
  });
});

describe('formatMoneyWhole', () => {
  it('never shortens', () => {
    expect(formatMoneyWhole(446_690.4, 'EUR')).toBe('€446,690');
  });
});

describe('formatMoneyCompact', () => {
  it('keeps the values of an axis alike', () => {
    expect([0, 30_000, 90_000, 150_000].map((value) => formatMoneyCompact(value, 'EUR'))).toEqual(['€0', '€30K', '€90K', '€150K']);
  });
});

describe('formatBytes', () => {
  it('picks the unit', () => {
    expect(formatBytes(45_580_638)).toBe('45.6 MB');
    expect(formatBytes(0)).toBe('0 bytes');
    expect(formatBytes(1)).toBe('1 byte');
    expect(formatBytes(303)).toBe('303 bytes');
  });
});
