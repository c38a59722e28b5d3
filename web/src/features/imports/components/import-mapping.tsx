import { DataTable } from '@/components/data-table';
import type { ImportDetail } from '../api/get-import';
import { type ImportKind, targetsOf } from '../targets';

/** How the file was read: which column became what, and what was assumed. */
export function ImportMapping({ job, kind }: { job: ImportDetail; kind: ImportKind }) {
  const labels = new Map(targetsOf(kind, Object.keys(job.mapping)).map(({ key, label }) => [key, label]));
  return (
    <>
      <DataTable
        caption="How the file was read"
        rows={Object.entries(job.mapping)}
        rowKey={([target]) => target}
        columns={[
          { id: 'target', header: 'Read as', cell: ([target]) => labels.get(target) ?? target },
          { id: 'source', header: 'From', wrap: true, cell: ([, source]) => <code>{source}</code> },
        ]}
      />
      {job.mappingNotes.map((note) => (
        <p key={note} style={{ padding: 'var(--space-2) var(--space-5)', color: 'var(--ink-soft)' }}>
          {note}
        </p>
      ))}
    </>
  );
}
