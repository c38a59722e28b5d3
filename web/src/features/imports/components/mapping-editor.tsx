import { Autocomplete, Badge } from '@mantine/core';
import type { ImportGuess } from '../api/guess-import';
import { type ImportKind, targetsOf } from '../targets';
import styles from './mapping-editor.module.css';

interface MappingEditorProps {
  kind: ImportKind;
  guess: ImportGuess;
  mapping: Record<string, string>;
  onChange: (target: string, source: string) => void;
}

/** Which column, or which formula over columns, each target is read from. The guess is there to be corrected. */
export function MappingEditor({ kind, guess, mapping, onChange }: MappingEditorProps) {
  const columns = guess.columns.map(({ name }) => name);
  return (
    <ul className={styles.targets}>
      {targetsOf(kind, [...Object.keys(guess.mapping), ...guess.missing]).map(({ key, label, hint }) => {
        const guessed = guess.mapping[key];
        const value = mapping[key] ?? '';
        const missing = guess.missing.includes(key) && value === '';
        return (
          <li key={key}>
            <Autocomplete
              label={
                <span className={styles.label}>
                  {label}
                  {missing ? (
                    // The name of the field stays the same; that it is needed is said by its error.
                    <Badge aria-hidden size="xs" color="red" variant="light" radius="sm" tt="none">
                      needed
                    </Badge>
                  ) : null}
                </span>
              }
              description={guessed?.source === value ? guessed.reason : hint}
              placeholder="Not in the file"
              data={columns}
              value={value}
              error={missing ? 'Choose a column or write a formula.' : undefined}
              inputWrapperOrder={['label', 'input', 'description', 'error']}
              onChange={(source) => {
                onChange(key, source);
              }}
            />
          </li>
        );
      })}
    </ul>
  );
}
