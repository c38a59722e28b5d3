import type { LiveCall } from './api/follow-calls';
import type { CallFilter } from './call-filter';

/** A call with a number of its own: refused ones have no id. */
export interface ShownCall extends LiveCall {
  number: number;
}

/** How many calls are kept at most; what is older goes. */
export const mostKept = 300;

/** Newest first, never more than are kept. */
export function withNewer<Call>(calls: readonly Call[], newer: readonly Call[]): readonly Call[] {
  return newer.length === 0 ? calls : [...newer.toReversed(), ...calls].slice(0, mostKept);
}

/** Whether a call is among those looked for: by name, customer, source or reason, in any letters. */
export function isFound(call: LiveCall, { text, type, outcome }: CallFilter): boolean {
  if (outcome !== 'all' && call.accepted !== (outcome === 'accepted')) return false;
  if (type !== null && call.type !== type) return false;
  const wanted = text.trim().toLowerCase();
  if (wanted === '') return true;
  return [call.name, call.type, call.userId, call.anonymousId, call.source, call.reason].some((word) => word?.toLowerCase().includes(wanted));
}
