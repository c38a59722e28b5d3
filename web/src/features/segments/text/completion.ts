import type { Completion as Offer, CompletionContext, CompletionResult, CompletionSource } from '@codemirror/autocomplete';
import { type Completion, completeDefinition } from '../api/complete-definition';

const types: Record<string, string> = {
  keyword: 'keyword', event: 'event', trait: 'variable', property: 'property', value: 'text', segment: 'class', number: 'constant', duration: 'constant',
};

function offersOf({ items }: Completion): Offer[] {
  return items.map(({ text, label, kind, detail }, index) => ({
    label,
    apply: text,
    type: types[kind] ?? 'text',
    ...(detail ? { detail } : {}),
    // The server's order stands: best first.
    boost: 99 - index,
  }));
}

/** Completion from the server, which knows both the language and the workspace's data. */
export function serverCompletion(workspace: () => string): CompletionSource {
  return async ({ state, pos, explicit, ...context }: CompletionContext): Promise<CompletionResult | null> => {
    const text = state.doc.toString();
    const before = text.slice(0, pos);
    // While somebody types, only a word or an open quote asks; Ctrl-Space asks everywhere.
    if (!explicit && !/[\p{L}\p{N}_".-]$|\s$/u.test(before)) return null;
    const leaving = new AbortController();
    if ('addEventListener' in context && typeof context.addEventListener === 'function') {
      (context.addEventListener as (name: 'abort', listener: () => void) => void)('abort', () => {
        leaving.abort();
      });
    }
    try {
      const completion = await completeDefinition(workspace(), text, pos, leaving.signal);
      return completion.items.length === 0 ? null : { from: completion.from, to: completion.to, options: offersOf(completion), filter: false };
    } catch {
      // No completion is no fault of what is being written.
      return null;
    }
  };
}
