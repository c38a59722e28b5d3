import { createContext, type RefObject, use } from 'react';
import type { Edited, Place } from '../definition/edit';
import type { Group } from '../definition/expression';

interface TreeEditing {
  /** Tells the parts of one tree from those of another on the screen. */
  readonly tree: string;
  readonly root: Group;
  /** Which part is being dragged; null while none is. */
  readonly draggedRef: RefObject<Place | null>;
  /** Takes an edit over, says what happened to those who hear the page, and moves the focus along. */
  readonly apply: (edited: Edited | null, told?: { say?: string; control?: string }) => void;
}

export const TreeContext = createContext<TreeEditing | null>(null);

export function useTree(): TreeEditing {
  const editing = use(TreeContext);
  if (!editing) throw new Error('useTree is used outside of a tree.');
  return editing;
}
