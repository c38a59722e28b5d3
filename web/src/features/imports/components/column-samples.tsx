import { DataTable } from '@/components/data-table';
import type { ImportGuess } from '../api/guess-import';

/** What was found in the file, before anything is decided. */
export function ColumnSamples({ guess }: { guess: ImportGuess }) {
  return (
    <DataTable
      caption="Columns of the file"
      rows={guess.columns}
      rowKey={({ name }) => name}
      columns={[
        { id: 'name', header: 'Column', cell: ({ name }) => name },
        { id: 'type', header: 'Looks like', cell: ({ type }) => type },
        { id: 'samples', header: 'First values', wrap: true, cell: ({ samples }) => samples.slice(0, 3).join(' · ') },
      ]}
    />
  );
}
