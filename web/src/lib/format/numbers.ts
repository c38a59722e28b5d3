/** Words for what a screen shows instead of a number it does not have. */
export const nothing = '–';

const locale = typeof navigator === 'undefined' ? 'en' : navigator.language;

const cache = new Map<string, Intl.NumberFormat>();

function formatter(options: Intl.NumberFormatOptions): Intl.NumberFormat {
  const key = JSON.stringify(options);
  let format = cache.get(key);
  if (!format) {
    format = new Intl.NumberFormat(locale, options);
    cache.set(key, format);
  }
  return format;
}

export function formatCount(value: number): string {
  return formatter({ maximumFractionDigits: 0 }).format(value);
}

export function formatCompact(value: number): string {
  return formatter({ notation: 'compact', maximumFractionDigits: 1 }).format(value);
}

export function formatDecimal(value: number, digits = 1): string {
  return formatter({ maximumFractionDigits: digits, minimumFractionDigits: 0 }).format(value);
}

/** A fraction (0.123) as a percentage (12.3 %); small shares keep a digit so that they do not read as none. */
export function formatShare(fraction: number): string {
  const digits = fraction !== 0 && Math.abs(fraction) < 0.1 ? 1 : 0;
  return formatter({ style: 'percent', maximumFractionDigits: digits }).format(fraction);
}

/** A change as a signed percentage. */
export function formatChange(fraction: number): string {
  return formatter({ style: 'percent', maximumFractionDigits: 1, signDisplay: 'exceptZero' }).format(fraction);
}

function currencyOptions(currency: string): Intl.NumberFormatOptions {
  return /^[A-Z]{3}$/.test(currency) ? { style: 'currency', currency, currencyDisplay: 'narrowSymbol' } : {};
}

/** An exact amount, with the currency's own minor digits. */
export function formatMoney(value: number, currency: string): string {
  return formatter(currencyOptions(currency)).format(value);
}

/** An amount for a figure or an axis: whole units, shortened from a hundred thousand. */
export function formatMoneyShort(value: number, currency: string): string {
  const short = Math.abs(value) >= 100_000;
  return formatter({
    ...currencyOptions(currency),
    notation: short ? 'compact' : 'standard',
    minimumFractionDigits: 0,
    maximumFractionDigits: short ? 2 : Math.abs(value) < 100 && !Number.isInteger(value) ? 2 : 0,
  }).format(value);
}

const byteUnits = ['byte', 'kilobyte', 'megabyte', 'gigabyte', 'terabyte'] as const;

export function formatBytes(bytes: number): string {
  const power = bytes < 1 ? 0 : Math.min(byteUnits.length - 1, Math.floor(Math.log10(bytes) / 3));
  const unit = byteUnits[power] ?? 'byte';
  return formatter({ style: 'unit', unit, unitDisplay: 'short', maximumFractionDigits: power > 1 ? 1 : 0 }).format(bytes / 1000 ** power);
}
