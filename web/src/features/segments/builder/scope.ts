import { createContext, use } from 'react';

/** What conditions are about: the customer, or an event whose properties are asked about. */
export interface Scope {
  readonly kind: 'customer' | 'event';
  /** The event's name; null for any, and for the customer. */
  readonly event: string | null;
}

export const customerScope: Scope = { kind: 'customer', event: null };

export const ScopeContext = createContext<Scope>(customerScope);

export function useScope(): Scope {
  return use(ScopeContext);
}
