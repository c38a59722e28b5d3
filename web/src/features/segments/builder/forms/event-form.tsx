import { Button } from '@mantine/core';
import { IconFilter } from '@tabler/icons-react';
import type { EventSelector } from '../../definition/expression';
import { startingProperty } from '../../definition/starting';
import { asGroup } from '../../definition/tree';
import { EventSlot } from '../slots/event-slot';
import { ScopeContext } from '../scope';
import { TreeEditor } from '../tree-editor';
import styles from './forms.module.css';

interface EventPartProps {
  label?: string;
  event: EventSelector;
  onChange: (event: EventSelector) => void;
}

/** Which event. */
export function EventChoice({ label = 'Event', event, onChange }: EventPartProps) {
  return <EventSlot label={label} name={event.name} onChange={(name) => onChange({ ...event, name })} />;
}

/** What an event's properties must be: stands at the end of its sentence. */
export function Where({ event, onChange }: EventPartProps) {
  return (
    <>
      {event.where ? (
        <span className={styles.where}>
          <span className={styles.whereWord}>where</span>
          <ScopeContext value={{ kind: 'event', event: event.name }}>
            <TreeEditor
              label={`What must be true of ${event.name ?? 'the event'}`}
              root={asGroup(event.where)}
              onChange={(where) => onChange(where.items.length === 0 ? { name: event.name } : { name: event.name, where })}
            />
          </ScopeContext>
        </span>
      ) : (
        <Button
          className={styles.add ?? ''}
          variant="subtle"
          size="compact-xs"
          leftSection={<IconFilter size={13} aria-hidden="true" />}
          aria-label={`Ask about properties of ${event.name ?? 'the event'}`}
          onClick={() => onChange({ ...event, where: { type: 'all', items: [startingProperty()] } })}
        >
          where
        </Button>
      )}
    </>
  );
}
