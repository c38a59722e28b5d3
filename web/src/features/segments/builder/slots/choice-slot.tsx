import { classes } from '@/lib/classes';
import styles from './slot.module.css';

export interface Choice<Value extends string> {
  readonly value: Value;
  readonly label: string;
  readonly group?: string;
}

interface ChoiceSlotProps<Value extends string> {
  label: string;
  value: Value;
  choices: readonly Choice<Value>[];
  onChange: (value: Value) => void;
  /** Whether it is a word of the sentence rather than something chosen from the data. */
  word?: boolean;
}

function Options<Value extends string>({ choices }: { choices: readonly Choice<Value>[] }) {
  return choices.map(({ value, label }) => (
    <option key={value} value={value}>
      {label}
    </option>
  ));
}

/** One of a few words, in a sentence. */
export function ChoiceSlot<Value extends string>({ label, value, choices, onChange, word = true }: ChoiceSlotProps<Value>) {
  const groups = [...new Set(choices.map(({ group }) => group))];
  const chosen = choices.find((choice) => choice.value === value);
  return (
    <span className={classes(styles.slot, styles.choice)} data-value={chosen?.label ?? value}>
      <select
        className={classes(styles.control, word && styles.word)}
        aria-label={label}
        value={value}
        onChange={(event) => {
          const next = choices.find((choice) => choice.value === event.currentTarget.value);
          if (next) onChange(next.value);
        }}
      >
        {groups.map((group) => {
          const options = <Options key={group ?? ''} choices={choices.filter((choice) => choice.group === group)} />;
          return group === undefined ? (
            options
          ) : (
            <optgroup key={group} label={group}>
              {options}
            </optgroup>
          );
        })}
      </select>
    </span>
  );
}
