import { DataTable } from '@/components/data-table';
import { StateMessage } from '@/components/state-message';
import type { Profile } from '../api/get-profile';

function wordFor(value: unknown): string {
  if (typeof value === 'string') return value;
  if (typeof value === 'boolean') return value ? 'yes' : 'no';
  return JSON.stringify(value);
}

/** What is known about a customer beside orders: as sent, by name. */
export function Traits({ profile }: { profile: Profile }) {
  const traits = Object.entries(profile.traits).sort(([one], [other]) => one.localeCompare(other));
  if (traits.length === 0) {
    return (
      <StateMessage mood="empty" title="No traits">
        Traits come with customer files and identify calls.
      </StateMessage>
    );
  }
  return (
    <DataTable
      caption="Traits"
      rows={traits}
      rowKey={([name]) => name}
      columns={[
        { id: 'name', header: 'Trait', cell: ([name]) => name },
        { id: 'value', header: 'Value', wrap: true, cell: ([, value]) => wordFor(value) },
      ]}
    />
  );
}
