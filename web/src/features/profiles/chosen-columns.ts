/** The columns of a list of customers beside the name: what is known of everyone, and traits by their name. */
export const ownColumns = [
  { id: 'segment', label: 'Segment' },
  { id: 'country', label: 'Country' },
  { id: 'since', label: 'First seen' },
  { id: 'last', label: 'Last seen' },
  { id: 'orders', label: 'Orders' },
  { id: 'revenue', label: 'Revenue' },
] as const;

export type OwnColumn = (typeof ownColumns)[number]['id'];

const traitMark = 'trait.';
const most = 20;

export const usualColumns: readonly string[] = ownColumns.map(({ id }) => id);

export function traitColumn(name: string): string {
  return traitMark + name;
}

/** The name of the trait that a column shows; null for another column. */
export function traitOf(column: string): string | null {
  return column.startsWith(traitMark) ? column.slice(traitMark.length) : null;
}

/** Columns as an address or this browser keeps them; what is not understood is left out. */
export function readColumns(text: string | null | undefined): readonly string[] | null {
  if (text === null || text === undefined) return null;
  return text
    .split(',')
    .map((column) => decodeURIComponent(column))
    .filter((column) => usualColumns.includes(column) || (traitOf(column) ?? '') !== '')
    .slice(0, most);
}

export function writeColumns(columns: readonly string[]): string {
  return columns.map((column) => encodeURIComponent(column)).join(',');
}

const storageKey = (workspace: string) => `tessera.columns.${workspace}`;

/** The columns that this browser chose last in a workspace. */
export function lastColumns(workspace: string): readonly string[] | null {
  return readColumns(globalThis.localStorage.getItem(storageKey(workspace)));
}

export function rememberColumns(workspace: string, columns: readonly string[]): void {
  globalThis.localStorage.setItem(storageKey(workspace), writeColumns(columns));
}
