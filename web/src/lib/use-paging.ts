import { useRef } from 'react';

interface Paging {
  /** True when a page before this one is known or can be reached. */
  hasBefore: boolean;
  before: () => void;
  next: (() => void) | null;
}

/**
 * Pages behind cursors. The cursor lives in the address; the way back is remembered here, and a page that was opened
 * by a link leads back to the first.
 */
export function usePaging(cursor: string | undefined, next: string | null | undefined, go: (cursor: string | undefined) => void): Paging {
  const cameFrom = useRef(new Map<string, string | undefined>());
  return {
    hasBefore: cursor !== undefined,
    before: () => {
      go(cursor === undefined ? undefined : cameFrom.current.get(cursor));
    },
    next: next
      ? () => {
          cameFrom.current.set(next, cursor);
          go(next);
        }
      : null,
  };
}
