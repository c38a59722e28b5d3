import { Button, Checkbox, Popover, TextInput } from '@mantine/core';
import { IconColumns3 } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { QueryView } from '@/components/query-view';
import { LineSkeleton } from '@/components/tile-skeleton';
import { formatWholeShare } from '@/lib/format/numbers';
import { useWorkspace } from '@/lib/workspace/workspace-context';
import { columnsQuery } from '../api/get-columns';
import { ownColumns, traitColumn, usualColumns } from '../chosen-columns';
import styles from './column-chooser.module.css';

interface ColumnChooserProps {
  chosen: readonly string[];
  onChange: (chosen: readonly string[]) => void;
}

/** Which columns a list of customers has: what is known of everyone, and any trait. */
export function ColumnChooser({ chosen, onChange }: ColumnChooserProps) {
  const toggle = (column: string, isChosen: boolean) => onChange(isChosen ? [...chosen, column] : chosen.filter((other) => other !== column));
  return (
    <Popover position="bottom-end" shadow="md" width={300} trapFocus>
      <Popover.Target>
        <Button variant="default" leftSection={<IconColumns3 size={16} aria-hidden="true" />}>
          Columns
        </Button>
      </Popover.Target>
      <Popover.Dropdown aria-label="Columns">
        <fieldset className={styles.group}>
          <legend>Of everyone</legend>
          <div className={styles.choices}>
            {ownColumns.map(({ id, label }) => (
              <Checkbox key={id} size="xs" label={label} checked={chosen.includes(id)} onChange={(event) => toggle(id, event.currentTarget.checked)} />
            ))}
          </div>
        </fieldset>
        <TraitChoices chosen={chosen} onToggle={toggle} />
        <Button mt="sm" size="compact-sm" variant="subtle" onClick={() => onChange(usualColumns)}>
          The usual ones
        </Button>
      </Popover.Dropdown>
    </Popover>
  );
}

interface TraitChoicesProps {
  chosen: readonly string[];
  onToggle: (column: string, isChosen: boolean) => void;
}

const manyTraits = 10;

function TraitChoices({ chosen, onToggle }: TraitChoicesProps) {
  const { key: workspace } = useWorkspace();
  const traits = useQuery(columnsQuery(workspace));
  const [text, setText] = useState('');
  return (
    <fieldset className={styles.group}>
      <legend>Traits</legend>
      <QueryView query={traits} skeleton={<LineSkeleton lines={4} label="Loading the traits" />} isEmpty={({ items }) => items.length === 0} empty={<p className={styles.none}>No customer has any yet.</p>}>
        {({ items }) => (
          <>
            {items.length > manyTraits ? (
              <TextInput size="xs" mb={8} type="search" aria-label="Find a trait" placeholder="Find a trait" value={text} onChange={(event) => setText(event.currentTarget.value)} />
            ) : null}
            <div className={styles.traits}>
              {items
                .filter(({ name }) => name.toLowerCase().includes(text.trim().toLowerCase()))
                .map(({ name, share }) => (
                  <div key={name} className={styles.trait}>
                    <Checkbox size="xs" label={name} checked={chosen.includes(traitColumn(name))} onChange={(event) => onToggle(traitColumn(name), event.currentTarget.checked)} />
                    <span className={styles.share} title="of customers have it">
                      {formatWholeShare(share)}
                    </span>
                  </div>
                ))}
            </div>
          </>
        )}
      </QueryView>
    </fieldset>
  );
}
