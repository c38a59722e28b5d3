const locale = typeof navigator === 'undefined' ? 'en' : navigator.language;
const names = new Intl.DisplayNames(locale, { type: 'currency' });

/** Every currency the browser knows, by its ISO 4217 code, with its name. */
export const currencies: readonly { value: string; label: string }[] = Intl.supportedValuesOf('currency').map((code) => ({ value: code, label: `${code}, ${names.of(code) ?? code}` }));

/** Every IANA time zone the browser knows, and UTC, which some leave out. */
export const timeZones: readonly string[] = ['UTC', ...Intl.supportedValuesOf('timeZone').filter((zone) => zone !== 'UTC')];

/** The time zone of whoever looks. */
export function ownTimeZone(): string {
  return new Intl.DateTimeFormat().resolvedOptions().timeZone;
}

/** What there is to choose from, with what was chosen elsewhere. */
export function withPresent(choices: readonly string[], present: string): string[] {
  return choices.includes(present) ? [...choices] : [present, ...choices];
}
