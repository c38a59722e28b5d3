import { TagsInput } from '@mantine/core';
import type { Offer } from './text-slot';
import styles from './slot.module.css';

interface TextsSlotProps {
  label: string;
  values: readonly string[];
  offers: readonly Offer[];
  onChange: (values: readonly string[]) => void;
}

/** Several texts in a sentence. */
export function TextsSlot({ label, values, offers, onChange }: TextsSlotProps) {
  return (
    <TagsInput
      aria-label={label}
      className={styles.tags}
      classNames={{ input: styles.tagsInput ?? '', pill: styles.tag ?? '' }}
      size="xs"
      value={[...values]}
      data={offers.map(({ value }) => value)}
      placeholder={values.length === 0 ? 'choose or write' : ''}
      error={values.length === 0}
      acceptValueOnBlur
      splitChars={[]}
      comboboxProps={{ width: 'max-content', position: 'bottom-start', shadow: 'md' }}
      onChange={onChange}
    />
  );
}
