import { VisuallyHidden } from '@mantine/core';
import { useId, useRef, useState } from 'react';
import type { Edited, Place } from '../definition/edit';
import type { Group } from '../definition/expression';
import { GroupEditor } from './group-editor';
import { TreeContext } from './tree-context';

interface TreeEditorProps {
  label: string;
  root: Group;
  onChange: (root: Group) => void;
}

const firstControl = 'select, input, button';

/** A tree of conditions that can be edited in every part; also what stands below a `where`. */
export function TreeEditor({ label, root, onChange }: TreeEditorProps) {
  const tree = useId();
  const frame = useRef<HTMLDivElement>(null);
  const draggedRef = useRef<Place | null>(null);
  const [told, setTold] = useState('');

  // The focus follows the part that was edited, to the same button if it is still of use.
  function focus(place: Place, control?: string) {
    requestAnimationFrame(() => {
      const part = frame.current?.querySelector<HTMLElement>(`[data-part="${CSS.escape(`${tree} ${place.join('.')}`)}"]`);
      const same = control ? part?.querySelector<HTMLElement>(`:scope > [data-controls] [data-control="${control}"]:not(:disabled)`) : null;
      (same ?? part?.querySelector<HTMLElement>(firstControl))?.focus();
    });
  }

  function apply(edited: Edited | null, { say, control }: { say?: string; control?: string } = {}) {
    if (!edited) return;
    onChange(edited.root);
    if (say) setTold(say);
    if (say ?? control) focus(edited.place, control);
  }

  return (
    <TreeContext value={{ tree, root, draggedRef, apply }}>
      <div ref={frame} data-tree>
        <GroupEditor group={root} place={[]} label={label} />
        <VisuallyHidden aria-live="polite">{told}</VisuallyHidden>
      </div>
    </TreeContext>
  );
}
