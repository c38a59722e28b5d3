import { DataTable } from '@/components/data-table';
import { formatText } from '@/lib/format/text';
import { formatCount } from '@/lib/format/numbers';
import type { ImportDetail } from '../api/get-import';

/** Why rows were refused, the commonest reason first. */
export function Rejections({ rejections }: { rejections: ImportDetail['rejections'] }) {
  return (
    <DataTable
      caption="Why rows were rejected"
      rows={rejections}
      rowKey={({ reason, column }) => `${reason} ${column}`}
      columns={[
        { id: 'reason', header: 'Reason', wrap: true, cell: ({ reason }) => reason },
        { id: 'column', header: 'Column', cell: ({ column }) => formatText(column) },
        { id: 'rows', header: 'Rows', numeric: true, cell: ({ rows }) => formatCount(rows) },
        { id: 'line', header: 'First line', numeric: true, cell: ({ line }) => formatCount(line) },
        { id: 'example', header: 'Its value', wrap: true, cell: ({ example }) => formatText(example) },
      ]}
    />
  );
}
