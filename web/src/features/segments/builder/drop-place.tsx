import { IconGripVertical } from '@tabler/icons-react';
import { type DragEvent, type ReactNode, useState } from 'react';
import { moveTo, type Place } from '../definition/edit';
import { placeName } from '../definition/missing';
import styles from './builder.module.css';
import { useTree } from './tree-context';

type Side = 'before' | 'after';

/** By which a part is taken with the pointer; the keyboard has buttons and arrows of its own. */
export function DragHandle({ place }: { place: Place }) {
  const { draggedRef } = useTree();
  return (
    <span
      className={styles.handle}
      draggable
      aria-hidden="true"
      data-handle={placeName(place)}
      title="Drag to move"
      onDragStart={(event) => {
        event.stopPropagation();
        draggedRef.current = place;
        event.dataTransfer.effectAllowed = 'move';
        // Firefox drags nothing that carries nothing.
        event.dataTransfer.setData('text/plain', placeName(place));
        const part = event.currentTarget.closest('[data-part]');
        if (part) event.dataTransfer.setDragImage(part, 12, 12);
      }}
      onDragEnd={() => {
        draggedRef.current = null;
      }}
    >
      <IconGripVertical size={15} />
    </span>
  );
}

interface DropPlaceProps {
  place: Place;
  joint: string;
  children: ReactNode;
}

function sideOf(event: DragEvent): Side {
  const { top, height } = event.currentTarget.getBoundingClientRect();
  return event.clientY < top + height / 2 ? 'before' : 'after';
}

/** An item of a group: what is dragged onto it goes before it or after it. */
export function DropPlace({ place, joint, children }: DropPlaceProps) {
  const { root, draggedRef, apply } = useTree();
  const [side, setSide] = useState<Side | null>(null);

  /** Where what is dragged would go; null where it may not. */
  function target(event: DragEvent) {
    const from = draggedRef.current;
    if (!from) return null;
    const index = place.at(-1) ?? 0;
    return moveTo(root, from, [...place.slice(0, -1), sideOf(event) === 'before' ? index : index + 1]);
  }

  return (
    // Dropping is for the pointer; the keyboard moves parts by buttons and arrows.
    // eslint-disable-next-line jsx-a11y-x/no-noninteractive-element-interactions
    <li
      className={styles.item}
      data-joint={joint}
      data-drop={side ?? undefined}
      onDragOver={(event) => {
        if (!draggedRef.current) return;
        event.stopPropagation();
        const isPossible = target(event) !== null;
        if (isPossible) event.preventDefault();
        setSide(isPossible ? sideOf(event) : null);
      }}
      onDragLeave={() => setSide(null)}
      onDrop={(event) => {
        if (!draggedRef.current) return;
        event.stopPropagation();
        event.preventDefault();
        const moved = target(event);
        draggedRef.current = null;
        setSide(null);
        apply(moved, moved ? { say: `Moved to place ${placeName(moved.place)}.` } : {});
      }}
    >
      {children}
    </li>
  );
}
