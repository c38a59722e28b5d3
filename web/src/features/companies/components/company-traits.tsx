import { DataTable } from '@/components/data-table';
import { StateMessage } from '@/components/state-message';
import { formatDate } from '@/lib/format/dates';
import { formatValue } from '@/lib/format/values';
import type { Company } from '../api/get-company';
import styles from './company.module.css';

/** What group calls said of a company, each with when and by whom. */
export function CompanyTraits({ traits }: { traits: Company['traits'] }) {
  if (traits.length === 0) {
    return (
      <StateMessage mood="empty" title="No traits">
        Traits of a company come with group calls.
      </StateMessage>
    );
  }
  return (
    <DataTable
      caption="Traits of the company"
      rows={traits}
      rowKey={({ name }) => name}
      columns={[
        { id: 'name', header: 'Trait', cell: ({ name }) => name },
        { id: 'value', header: 'Value', wrap: true, cell: ({ value }) => <span className={styles.value}>{formatValue(value)}</span> },
        { id: 'source', header: 'Source', from: 'medium', cell: ({ source }) => source || 'imported' },
        { id: 'time', header: 'Since', from: 'medium', cell: ({ time }) => formatDate(time) },
      ]}
    />
  );
}
