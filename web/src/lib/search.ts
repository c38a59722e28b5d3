/** The query part of an address as plain text: no quotes around numbers, nothing that a person could not type. */
export type RawSearch = Record<string, unknown>;

export function parseSearch(text: string): RawSearch {
  return Object.fromEntries(new URLSearchParams(text));
}

export function stringifySearch(search: RawSearch): string {
  const parameters = new URLSearchParams();
  for (const [name, value] of Object.entries(search)) {
    if (typeof value === 'string') parameters.set(name, value);
  }
  const text = parameters.toString();
  return text ? `?${text}` : '';
}

/** Whatever is not understood is left out, never an error. */
export function optionalText(search: RawSearch, name: string): string | undefined {
  const value = search[name];
  return typeof value === 'string' && value.length > 0 ? value : undefined;
}

export function optionalChoice<Choice extends string>(search: RawSearch, name: string, choices: readonly Choice[]): Choice | undefined {
  const value = search[name];
  return choices.find((choice) => choice === value);
}
