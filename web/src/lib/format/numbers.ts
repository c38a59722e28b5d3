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

/** An average, with one digit throughout so that a column of them lines up. */
export function formatAverage(value: number): string {
  return formatter({ minimumFractionDigits: 1, maximumFractionDigits: 1 }).format(value);
}

/** A fraction (0.123) as a percentage (12.3%), with one digit throughout so that a column of them lines up. */
export function formatShare(fraction: number): string {
  const digits = fraction === 0 ? 0 : 1;
  return formatter({ style: 'percent', minimumFractionDigits: digits, maximumFractionDigits: digits }).format(fraction);
}

/** A fraction as a percentage for a sentence: whole, but for what would read as none. */
export function formatWholeShare(fraction: number): string {
  return formatter({ style: 'percent', maximumFractionDigits: fraction > 0 && fraction < 0.01 ? 1 : 0 }).format(fraction);
}

/** A change as a signed percentage; a digit after the point says nothing once it has doubled. */
export function formatChange(fraction: number): string {
  const digits = fraction === 0 || Math.abs(fraction) >= 1 ? 0 : 1;
  return formatter({ style: 'percent', minimumFractionDigits: digits, maximumFractionDigits: digits, signDisplay: 'exceptZero' }).format(fraction);
}

function currencyOptions(currency: string): Intl.NumberFormatOptions {
  return /^[A-Z]{3}$/.test(currency) ? { style: 'currency', currency, currencyDisplay: 'narrowSymbol' } : {};
}

/** An exact amount, with the currency's own minor digits. */
export function formatMoney(value: number, currency: string): string {
  return formatter(currencyOptions(currency)).format(value);
}

/** An amount for a figure: whole units from a hundred on, shortened from a hundred thousand on. */
export function formatMoneyShort(value: number, currency: string): string {
  const size = Math.abs(value);
  if (size < 100 && !Number.isInteger(value)) return formatMoney(value, currency);
  if (size < 100_000) return formatMoneyWhole(value, currency);
  return formatter({ ...currencyOptions(currency), notation: 'compact', minimumFractionDigits: 0, maximumFractionDigits: 2 }).format(value);
}

/** An amount in whole units, for a column of them. */
export function formatMoneyWhole(value: number, currency: string): string {
  return formatter({ ...currencyOptions(currency), minimumFractionDigits: 0, maximumFractionDigits: 0 }).format(value);
}

/** An amount where there is little room, such as an axis: in thousands and millions. */
export function formatMoneyCompact(value: number, currency: string): string {
  return formatter({ ...currencyOptions(currency), notation: 'compact', minimumFractionDigits: 0, maximumFractionDigits: 1 }).format(value);
}

const byteUnits = ['byte', 'kilobyte', 'megabyte', 'gigabyte', 'terabyte'] as const;

export function formatBytes(bytes: number): string {
  const power = bytes < 1 ? 0 : Math.min(byteUnits.length - 1, Math.floor(Math.log10(bytes) / 3));
  const unit = byteUnits[power] ?? 'byte';
  return formatter({ style: 'unit', unit, unitDisplay: power === 0 ? 'long' : 'short', maximumFractionDigits: power > 1 ? 1 : 0 }).format(bytes / 1000 ** power);
}
