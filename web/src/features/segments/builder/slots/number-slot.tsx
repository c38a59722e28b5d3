import { useState } from 'react';
import { classes } from '@/lib/classes';
import styles from './slot.module.css';

interface NumberSlotProps {
  label: string;
  value: number;
  onChange: (value: number) => void;
  minimum?: number;
  maximum?: number;
  whole?: boolean;
}

const largestCount = 1_000_000_000;

/** A number in a sentence. What is none yet stays in the field and is marked; the sentence keeps the last that was one. */
export function NumberSlot({ label, value, onChange, minimum = 0, maximum = largestCount, whole = true }: NumberSlotProps) {
  const [draft, setDraft] = useState<string | null>(null);
  const text = draft ?? String(value);

  function read(written: string): number | null {
    const number = Number(written.trim().replace(',', '.'));
    if (written.trim() === '' || !Number.isFinite(number) || number < minimum || number > maximum) return null;
    return whole && !Number.isInteger(number) ? null : number;
  }

  return (
    <span className={classes(styles.slot, styles.narrow)} data-value={text}>
      <input
        className={classes(styles.control, styles.number)}
        aria-label={label}
        aria-invalid={read(text) === null}
        inputMode={whole ? 'numeric' : 'decimal'}
        autoComplete="off"
        size={1}
        value={text}
        onChange={(event) => {
          const written = event.currentTarget.value;
          setDraft(written);
          const number = read(written);
          if (number !== null && number !== value) onChange(number);
        }}
        onBlur={() => {
          setDraft(null);
        }}
      />
    </span>
  );
}
