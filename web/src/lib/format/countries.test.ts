import { describe, expect, it } from 'vitest';
import { formatCountry } from './countries';

describe('formatCountry', () => {
  it('names a country by its code', () => {
    expect(formatCountry('DE')).toBe('Germany');
  });

  it('leaves what is no code as the data has it', () => {
    expect(formatCountry('Channel Islands')).toBe('Channel Islands');
    expect(formatCountry('EIRE')).toBe('EIRE');
  });

  it('shows a dash where none is known', () => {
    expect(formatCountry('')).toBe('–');
    expect(formatCountry(null)).toBe('–');
  });
});
