import { describe, expect, it } from 'vitest';
import { formatBytes, formatChange, formatMoney, formatMoneyShort, formatShare } from './numbers';

describe('formatShare', () => {
  it('keeps a digit where a whole number would hide a small share', () => {
    expect(formatShare(0.0042)).toBe('0.4%');
    expect(formatShare(0.423)).toBe('42%');
    expect(formatShare(0)).toBe('0%');
  });
});

describe('formatChange', () => {
  it('is signed in both directions and plain at zero', () => {
    expect(formatChange(0.124)).toBe('+12.4%');
    expect(formatChange(-0.05)).toBe('-5%');
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
  it('leaves out minor digits, and shortens from a hundred thousand', () => {
    expect(formatMoneyShort(61_271.6, 'EUR')).toBe('€61,272');
    expect(formatMoneyShort(8_911_407.9, 'GBP')).toBe('£8.91M');
  });
});

describe('formatBytes', () => {
  it('picks the unit', () => {
    expect(formatBytes(45_580_638)).toBe('45.6 MB');
    expect(formatBytes(0)).toBe('0 byte');
  });
});
