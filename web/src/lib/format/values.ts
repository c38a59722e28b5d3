/** A value of an event or a trait as a word: text as it is, lists and objects as JSON. */
export function formatValue(value: unknown): string {
  if (typeof value === 'string') return value;
  if (typeof value === 'boolean') return value ? 'yes' : 'no';
  return value === undefined ? '' : JSON.stringify(value);
}

/** A body as the JSON it is; as the text it is when it is none. */
export function readJson(body: string): unknown {
  try {
    return JSON.parse(body) as unknown;
  } catch {
    return body;
  }
}
