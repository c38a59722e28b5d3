import { nothing } from './numbers';

const locale = typeof navigator === 'undefined' ? 'en' : navigator.language;
const names = new Intl.DisplayNames([locale], { type: 'region', fallback: 'code' });

/** A country by its name where the data holds its two-letter code, and as the data names it otherwise. */
export function formatCountry(country: string | null | undefined): string {
  if (!country) return nothing;
  return /^[A-Z]{2}$/.test(country) ? (names.of(country) ?? country) : country;
}
