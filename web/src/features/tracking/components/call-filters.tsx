import { Select, TextInput } from '@mantine/core';
import { IconSearch } from '@tabler/icons-react';
import type { CallFilter } from '../call-filter';
import styles from './live-calls.module.css';

const types = ['track', 'page', 'screen', 'identify', 'group', 'alias'];
const outcomes = [
  { value: 'all', label: 'Every outcome' },
  { value: 'accepted', label: 'Accepted' },
  { value: 'refused', label: 'Refused' },
];

export function CallFilters({ filter, onChange }: { filter: CallFilter; onChange: (filter: CallFilter) => void }) {
  return (
    <div className={styles.filters} role="search">
      <TextInput
        size="xs"
        type="search"
        aria-label="Filter the events"
        placeholder="Name, customer or source"
        leftSection={<IconSearch size={14} aria-hidden="true" />}
        value={filter.text}
        onChange={(event) => onChange({ ...filter, text: event.currentTarget.value })}
      />
      <Select size="xs" aria-label="Type" placeholder="Every type" clearable data={types} value={filter.type} onChange={(type) => onChange({ ...filter, type })} />
      <Select
        size="xs"
        aria-label="Outcome"
        allowDeselect={false}
        data={outcomes}
        value={filter.outcome}
        onChange={(outcome) => onChange({ ...filter, outcome: (outcome ?? 'all') as CallFilter['outcome'] })}
      />
    </div>
  );
}
