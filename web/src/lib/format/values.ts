import { formatDateTime } from './dates';
import { nothing } from './numbers';

const instant = /^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d+)?)?(Z|[+-]\d\d:\d\d)$/;

/** A value of an event or a trait as a word: text as it is, an instant as a date, a list with commas, an object as JSON. */
export function formatValue(value: unknown): string {
  if (typeof value === 'string') return instant.test(value) ? formatDateTime(value) : value;
  if (typeof value === 'boolean') return value ? 'yes' : 'no';
  if (Array.isArray(value)) return value.length === 0 ? nothing : value.map(formatValue).join(', ');
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
