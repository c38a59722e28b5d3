import { Button, SegmentedControl } from '@mantine/core';
import { useState } from 'react';
import { Panel } from '@/components/panel';
import { ProblemMessage } from '@/components/problem-message';
import { ProgressMosaic } from '@/components/progress-mosaic';
import { formatBytes } from '@/lib/format/numbers';
import { useCreateImport } from '../api/create-import';
import type { ImportDetail } from '../api/get-import';
import type { ImportKind } from '../targets';
import { FileDrop } from './file-drop';
import { TableReading } from './table-reading';
import { TrackingCallsReading } from './tracking-calls-reading';

const kinds: { value: ImportKind; label: string }[] = [
  { value: 'orders', label: 'Orders' },
  { value: 'customers', label: 'Customers' },
  { value: 'events', label: 'Events' },
];

interface ImportWizardProps {
  onStarted: (job: ImportDetail) => void;
}

/** From a file to a running import: choose, check the guess, answer what is open, start. */
export function ImportWizard({ onStarted }: ImportWizardProps) {
  const [kind, setKind] = useState<ImportKind>('orders');
  const [file, setFile] = useState<File | null>(null);
  const creation = useCreateImport();

  function start(mapping: Record<string, string>, options: Record<string, string>) {
    if (file) creation.mutate({ file, kind, mapping, options }, { onSuccess: onStarted });
  }

  if (creation.isPending && file) {
    return (
      <Panel title={`Sending ${file.name}`} description={`${formatBytes(file.size * creation.sent)} of ${formatBytes(file.size)}`}>
        <ProgressMosaic label="Sending the file" fraction={creation.sent} />
      </Panel>
    );
  }

  return (
    <>
      <Panel
        title={file ? file.name : 'The file'}
        description={file ? formatBytes(file.size) : 'What does it hold?'}
        actions={
          <>
            <SegmentedControl aria-label="What the file holds" data={kinds} value={kind} onChange={setKind} />
            {file ? (
              <Button
                variant="default"
                size="sm"
                onClick={() => {
                  setFile(null);
                  creation.reset();
                }}
              >
                Another file
              </Button>
            ) : null}
          </>
        }
      >
        {file ? <p>Nothing is stored yet: this is a look at its beginning.</p> : <FileDrop onFile={setFile} />}
      </Panel>
      {creation.isError ? <ProblemMessage error={creation.error} /> : null}
      {file && kind !== 'events' ? <TableReading key={`${kind} ${file.name} ${String(file.lastModified)}`} file={file} kind={kind} onStart={start} /> : null}
      {file && kind === 'events' ? <TrackingCallsReading onStart={start} /> : null}
    </>
  );
}
