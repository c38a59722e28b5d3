import { ActionIcon, Button, Checkbox, JsonInput, MultiSelect, TextInput } from '@mantine/core';
import { IconTrash } from '@tabler/icons-react';
import { useState } from 'react';
import { Expandable } from '@/components/expandable';
import type { PlannedEvent } from '../api/tracking-plan';
import { jsonTypes, type PlannedProperty, propertiesOf, readValues, withProperty } from '../plan-table';
import styles from './plan-editor.module.css';

interface PlannedEventEditorProps {
  event: PlannedEvent;
  /** Null takes it out of the plan. */
  onChange: (event: PlannedEvent | null) => void;
}

function gist(properties: readonly PlannedProperty[]): string {
  if (properties.length === 0) return 'any properties';
  const required = properties.filter(({ isRequired }) => isRequired).length;
  return `${properties.length === 1 ? 'one property' : `${String(properties.length)} properties`}${required > 0 ? `, ${String(required)} required` : ''}`;
}

/** One event of a plan: in a line, and all of it on demand. */
export function PlannedEventEditor({ event, onChange }: PlannedEventEditorProps) {
  const properties = propertiesOf(event.schema);
  return (
    <li className={styles.event}>
      <Expandable
        className={styles.summary}
        isOpenAtFirst={event.name === 'New event'}
        line={
          <>
            <span className={styles.name}>{event.name}</span>
            <span className={styles.note}>{gist(properties)}</span>
          </>
        }
        actions={
          <ActionIcon className={styles.remove ?? ''} variant="subtle" color="gray" aria-label={`Take ${event.name} out of the plan`} onClick={() => onChange(null)}>
            <IconTrash size={16} aria-hidden="true" />
          </ActionIcon>
        }
      >
        <Details event={event} properties={properties} onChange={onChange} />
      </Expandable>
    </li>
  );
}

function Details({ event, properties, onChange }: PlannedEventEditorProps & { properties: readonly PlannedProperty[] }) {
  const [added, setAdded] = useState('');
  const [showsSchema, setShowsSchema] = useState(false);
  const change = (name: string, part: Partial<PlannedProperty> | null) => onChange({ ...event, schema: withProperty(event.schema, name, part) });
  return (
    <div className={styles.details}>
      <div className={styles.pair}>
        <TextInput size="xs" label="Event" value={event.name} onChange={({ currentTarget }) => onChange({ ...event, name: currentTarget.value })} />
        <TextInput size="xs" label="What it means" value={event.description ?? ''} onChange={({ currentTarget }) => onChange({ ...event, description: currentTarget.value || null })} />
      </div>
      {properties.length > 0 ? (
        <table className={styles.properties} aria-label={`Properties of ${event.name}`}>
          <thead>
            <tr>
              <th scope="col">Property</th>
              <th scope="col">Types</th>
              <th scope="col">Required</th>
              <th scope="col">Allowed values</th>
              <th scope="col" aria-label="Remove" />
            </tr>
          </thead>
          <tbody>
            {properties.map((property) => (
              <PropertyRow key={property.name} property={property} onChange={(part) => change(property.name, part)} />
            ))}
          </tbody>
        </table>
      ) : null}
      <form
        className={styles.add}
        onSubmit={(submit) => {
          submit.preventDefault();
          if (added.trim()) change(added.trim(), { types: ['string'] });
          setAdded('');
        }}
      >
        <TextInput size="xs" aria-label={`Another property of ${event.name}`} placeholder="Another property" value={added} onChange={({ currentTarget }) => setAdded(currentTarget.value)} />
        <Button size="xs" variant="default" type="submit" disabled={added.trim() === ''}>
          Add
        </Button>
        <Button size="xs" variant="subtle" type="button" aria-expanded={showsSchema} onClick={() => setShowsSchema(!showsSchema)}>
          JSON Schema
        </Button>
      </form>
      {showsSchema ? <SchemaInput event={event} onChange={onChange} /> : null}
    </div>
  );
}

function PropertyRow({ property: { name, types, isRequired, values, hasMore }, onChange }: { property: PlannedProperty; onChange: (part: Partial<PlannedProperty> | null) => void }) {
  const [text, setText] = useState(values.map(String).join(', '));
  return (
    <tr>
      <th scope="row">
        {name}
        {hasMore ? <span className={styles.note}> and more, in its JSON Schema</span> : null}
      </th>
      <td>
        <MultiSelect size="xs" aria-label={`Types of ${name}`} placeholder={types.length === 0 ? 'any' : undefined} data={[...new Set([...jsonTypes, ...types])]} value={[...types]} onChange={(chosen) => onChange({ types: chosen })} />
      </td>
      <td>
        <Checkbox size="xs" aria-label={`${name} is required`} checked={isRequired} onChange={({ currentTarget }) => onChange({ isRequired: currentTarget.checked })} />
      </td>
      <td>
        <TextInput size="xs" aria-label={`Values of ${name}`} placeholder="any" value={text} onChange={({ currentTarget }) => setText(currentTarget.value)} onBlur={() => onChange({ values: readValues(text, types) })} />
      </td>
      <td>
        <ActionIcon variant="subtle" color="gray" aria-label={`Take out ${name}`} onClick={() => onChange(null)}>
          <IconTrash size={15} aria-hidden="true" />
        </ActionIcon>
      </td>
    </tr>
  );
}

function SchemaInput({ event, onChange }: PlannedEventEditorProps) {
  const [text, setText] = useState(JSON.stringify(event.schema ?? {}, null, 2));
  const [unread, setUnread] = useState<string | null>(null);
  return (
    <JsonInput
      aria-label={`JSON Schema of ${event.name}`}
      rows={12}
      resize="vertical"
      value={text}
      error={unread ?? undefined}
      classNames={{ input: styles.json ?? '' }}
      onChange={(json) => {
        setText(json);
        try {
          onChange({ ...event, schema: JSON.parse(json) as unknown });
          setUnread(null);
        } catch {
          setUnread('This is no JSON yet; the schema stays what it was.');
        }
      }}
    />
  );
}
