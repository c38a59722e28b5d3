import { createContext, use } from 'react';
import type { Place } from '../definition/edit';
import { placeName } from '../definition/missing';
import { useTree } from './tree-context';

interface TextEditing {
  /** Which condition of which tree is being edited as text; null for none. */
  readonly at: string | null;
  readonly edit: (at: string | null) => void;
}

export const TextEditingContext = createContext<TextEditing>({ at: null, edit: () => undefined });

/** Whether a condition is shown as text, and the way there and back. */
export function useTextEditing(place: Place): { textAt: boolean; start: () => void; stop: () => void } {
  const { tree } = useTree();
  const { at, edit } = use(TextEditingContext);
  const name = `${tree} ${placeName(place)}`;
  return { textAt: at === name, start: () => edit(name), stop: () => edit(null) };
}
