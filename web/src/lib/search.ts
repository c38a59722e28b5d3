/** Reads of the query part of an address: whatever is not understood is left out, never an error. */
export type RawSearch = Record<string, unknown>;

export function optionalText(search: RawSearch, name: string): string | undefined {
  const value = search[name];
  if (typeof value === 'number') return String(value);
  return typeof value === 'string' && value.length > 0 ? value : undefined;
}

export function optionalChoice<Choice extends string>(search: RawSearch, name: string, choices: readonly Choice[]): Choice | undefined {
  const value = search[name];
  return choices.find((choice) => choice === value);
}
