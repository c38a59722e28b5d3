import { useState } from 'react';
import { formatWholeShare } from '@/lib/format/numbers';
import type { Path } from '../../definition/expression';
import { pathText, readPath } from '../../definition/path';
import type { KnownPath } from '../../definition/vocabulary';
import { TextSlot } from './text-slot';

interface PathSlotProps {
  label: string;
  placeholder: string;
  path: Path;
  known: readonly KnownPath[];
  onChange: (path: Path) => void;
}

/** The name of a trait or property, nested ones with dots. */
export function PathSlot({ label, placeholder, path, known, onChange }: PathSlotProps) {
  const [draft, setDraft] = useState<string | null>(null);
  return (
    <TextSlot
      label={label}
      placeholder={placeholder}
      value={draft ?? pathText(path)}
      invalid={path.length === 0 || (draft !== null && readPath(draft) === null)}
      offers={known.map((offer) => ({ value: offer.path, note: formatWholeShare(offer.share) }))}
      onChange={(text) => {
        setDraft(text);
        const read = text.trim() === '' ? [] : readPath(text);
        if (read) onChange(read);
      }}
      onBlur={() => {
        setDraft(null);
      }}
    />
  );
}
