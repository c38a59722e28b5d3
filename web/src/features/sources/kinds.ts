import type { SourceKind } from './api/change-source';
import type { Snippets } from './api/get-snippets';

export const sourceKinds: readonly { value: SourceKind; label: string; about: string }[] = [
  { value: 'browser', label: 'Website', about: 'The browser SDK in your pages.' },
  { value: 'server', label: 'Server', about: 'Your back end, on Node.js or another.' },
  { value: 'mobile', label: 'App', about: 'An app on a phone or a desktop.' },
  { value: 'http', label: 'HTTP', about: 'Anything that can send JSON.' },
];

export function kindName(kind: string): string {
  return sourceKinds.find(({ value }) => value === kind)?.label ?? kind;
}

/** Which snippet is of most use to a kind of source. */
export function firstSnippet(kind: string): keyof Snippets {
  if (kind === 'browser') return 'browser';
  return kind === 'server' ? 'node' : 'http';
}
