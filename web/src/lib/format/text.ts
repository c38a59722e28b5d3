import { nothing } from './numbers';

/** A text of the data, or a dash where there is none. */
export function formatText(text: string | null | undefined): string {
  return text === null || text === undefined || text === '' ? nothing : text;
}
