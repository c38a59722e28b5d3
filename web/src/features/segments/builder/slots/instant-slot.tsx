import { useState } from 'react';
import { classes } from '@/lib/classes';
import styles from './slot.module.css';

interface InstantSlotProps {
  label: string;
  value: string;
  onChange: (value: string) => void;
}

const day = /^\d{4}-\d{2}-\d{2}$/;
const instant = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d{1,6})?)?(Z|[+-]\d{2}:\d{2})$/i;

/** A day, or an exact instant where the text has one. */
export function InstantSlot({ label, value, onChange }: InstantSlotProps) {
  const [draft, setDraft] = useState<string | null>(null);
  const text = draft ?? value;
  const isDay = day.test(value);
  return (
    <span className={styles.slot} data-value={isDay ? '00/00/0000 ___' : text}>
      <input
        className={classes(styles.control)}
        type={isDay ? 'date' : 'text'}
        aria-label={label}
        aria-invalid={!day.test(text) && !instant.test(text)}
        value={text}
        onChange={(event) => {
          const written = event.currentTarget.value;
          setDraft(written);
          if (day.test(written) || instant.test(written)) onChange(written);
        }}
        onBlur={() => {
          setDraft(null);
        }}
      />
    </span>
  );
}
