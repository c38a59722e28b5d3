import { Button, Loader, SegmentedControl } from '@mantine/core';
import { useState } from 'react';
import { Panel } from '@/components/panel';
import { ProblemMessage } from '@/components/problem-message';
import { formatBytes } from '@/lib/format/numbers';
import { useCreateImport } from '../api/create-import';
import type { ImportDetail } from '../api/get-import';
import { type ImportGuess, useGuessImport } from '../api/guess-import';
import type { ImportKind } from '../targets';
import { ColumnSamples } from './column-samples';
import { FileDrop } from './file-drop';
import styles from './import-wizard.module.css';
import { MappingEditor } from './mapping-editor';
import { ProgressMosaic } from './progress-mosaic';
import { QuestionForm } from './question-form';

const kinds: { value: ImportKind; label: string }[] = [
  { value: 'orders', label: 'Orders' },
  { value: 'customers', label: 'Customers' },
  { value: 'events', label: 'Events' },
];

function guessedMapping(guess: ImportGuess): Record<string, string> {
  return Object.fromEntries(Object.entries(guess.mapping).map(([target, { source }]) => [target, source]));
}

/** What stands between the file and the start: targets without a source, questions without an answer. */
function obstacle(guess: ImportGuess, mapping: Record<string, string>, answers: Record<string, string>): string | null {
  if (guess.missing.some((target) => !mapping[target])) return 'Something that is needed has no column yet.';
  if (guess.questions.some(({ id }) => !answers[id])) return 'There is a question left to answer.';
  return null;
}

interface ImportWizardProps {
  onStarted: (job: ImportDetail) => void;
}

/** From a file to a running import: choose, check the guess, answer what is open, start. */
export function ImportWizard({ onStarted }: ImportWizardProps) {
  const [kind, setKind] = useState<ImportKind>('orders');
  const [file, setFile] = useState<File | null>(null);
  const [mapping, setMapping] = useState<Record<string, string>>({});
  const [answers, setAnswers] = useState<Record<string, string>>({});
  const guess = useGuessImport();
  const creation = useCreateImport();

  function look(chosen: File, as: ImportKind) {
    setFile(chosen);
    setKind(as);
    setAnswers({});
    guess.mutate(
      { file: chosen, kind: as },
      {
        onSuccess: (answer) => {
          setMapping(guessedMapping(answer));
        },
      },
    );
  }

  function start() {
    if (!file) return;
    const filled = Object.fromEntries(Object.entries(mapping).filter(([, source]) => source.trim().length > 0));
    creation.mutate({ file, kind, mapping: filled, options: answers }, { onSuccess: onStarted });
  }

  if (creation.isPending) {
    return (
      <Panel title={`Sending ${file?.name ?? 'the file'}`} description={`${formatBytes((file?.size ?? 0) * creation.sent)} of ${formatBytes(file?.size ?? 0)}`}>
        <ProgressMosaic label="Sending the file" fraction={creation.sent} />
      </Panel>
    );
  }

  const waiting = guess.data ? obstacle(guess.data, mapping, answers) : null;
  return (
    <>
      <Panel
        title={file ? file.name : 'The file'}
        description={file ? formatBytes(file.size) : 'What does it hold?'}
        actions={
          <>
            <SegmentedControl
              aria-label="What the file holds"
              data={kinds}
              value={kind}
              onChange={(value) => {
                if (file) look(file, value);
                else setKind(value);
              }}
            />
            {file ? (
              <Button
                variant="default"
                size="sm"
                onClick={() => {
                  setFile(null);
                  guess.reset();
                  creation.reset();
                }}
              >
                Another file
              </Button>
            ) : null}
          </>
        }
        flush={guess.isSuccess}
      >
        {file ? null : (
          <FileDrop
            onFile={(chosen) => {
              look(chosen, kind);
            }}
          />
        )}
        {guess.isPending ? (
          <div className={styles.looking} role="status">
            <Loader size="sm" type="dots" aria-hidden="true" /> Looking at the first rows
          </div>
        ) : null}
        {guess.isError && file ? (
          <ProblemMessage
            error={guess.error}
            onRetry={() => {
              look(file, kind);
            }}
          />
        ) : null}
        {guess.data ? <ColumnSamples guess={guess.data} /> : null}
      </Panel>
      {guess.data ? (
        <>
          <Panel title="What each column means" description="This is what Tessera made of it. Correct what is wrong; a formula such as Quantity*UnitPrice is fine.">
            <MappingEditor kind={kind} guess={guess.data} mapping={mapping} onChange={setMapping} />
          </Panel>
          {guess.data.questions.length > 0 ? (
            <Panel title="Please decide" description="The file can be read in more than one way here.">
              <QuestionForm questions={guess.data.questions} answers={answers} onChange={setAnswers} />
            </Panel>
          ) : null}
          {creation.isError ? <ProblemMessage error={creation.error} onRetry={start} /> : null}
          <div className={styles.go}>
            <Button size="md" disabled={waiting !== null} onClick={start} aria-describedby="import-obstacle">
              Start the import
            </Button>
            <span id="import-obstacle" className={styles.obstacle}>
              {waiting}
            </span>
          </div>
        </>
      ) : null}
    </>
  );
}
