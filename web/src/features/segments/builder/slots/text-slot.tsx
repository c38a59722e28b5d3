import { Autocomplete } from '@mantine/core';
import { classes } from '@/lib/classes';
import styles from './slot.module.css';

export interface Offer {
  readonly value: string;
  /** Said beside it, such as how frequent it is. */
  readonly note?: string;
}

interface TextSlotProps {
  label: string;
  value: string;
  placeholder: string;
  offers: readonly Offer[];
  onChange: (value: string) => void;
  onBlur?: () => void;
  invalid?: boolean;
}

const offersShown = 60;

/** A text in a sentence, with what the data holds on offer: chosen with the arrows, or written freely. */
export function TextSlot({ label, value, placeholder, offers, onChange, onBlur, invalid = false }: TextSlotProps) {
  const notes = new Map(offers.map((offer) => [offer.value, offer.note]));
  return (
    <span className={styles.slot} data-value={value === '' ? placeholder : value}>
      <Autocomplete
        aria-label={label}
        aria-invalid={invalid}
        classNames={{ input: classes(styles.control) }}
        value={value}
        placeholder={placeholder}
        data={[...notes.keys()]}
        limit={offersShown}
        maxDropdownHeight={280}
        // Opening it shows everything there is: the field holds a choice already, which is no search.
        filter={({ options, search, limit }) => {
          const asked = search.trim().toLowerCase();
          const found = asked === value.trim().toLowerCase() && notes.has(value) ? options : options.filter((option) => 'value' in option && option.value.toLowerCase().includes(asked));
          return found.slice(0, limit);
        }}
        comboboxProps={{ width: 'max-content', position: 'bottom-start', shadow: 'md' }}
        renderOption={({ option }) => (
          <span className={styles.option}>
            <span>{option.value}</span>
            <span className={styles.note}>{notes.get(option.value)}</span>
          </span>
        )}
        onChange={onChange}
        onBlur={() => {
          onBlur?.();
        }}
      />
    </span>
  );
}
