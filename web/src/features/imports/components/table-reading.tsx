import { Button } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Panel } from '@/components/panel';
import { ProblemMessage } from '@/components/problem-message';
import { QueryView } from '@/components/query-view';
import { LineSkeleton } from '@/components/tile-skeleton';
import { asProblem } from '@/lib/api/problem';
import { useWorkspace } from '@/lib/workspace/workspace-context';
import { type ImportGuess, importGuessQuery } from '../api/guess-import';
import type { ImportKind } from '../targets';
import { ColumnSamples } from './column-samples';
import { MappingEditor } from './mapping-editor';
import { QuestionForm } from './question-form';
import styles from './table-reading.module.css';

const typingPauseMs = 400;

/** What is guessed, corrected by what was said. */
function readingOf(guess: ImportGuess, said: Record<string, string>): Record<string, string> {
  const guessed = Object.fromEntries(Object.entries(guess.mapping).map(([target, { source }]) => [target, source]));
  return { ...guessed, ...said };
}

interface TableReadingProps {
  file: File;
  kind: ImportKind;
  onStart: (mapping: Record<string, string>, options: Record<string, string>) => void;
}

/** How a table would be read: its columns, what each is taken for, and what it leaves open. */
export function TableReading({ file, kind, onStart }: TableReadingProps) {
  const { key: workspace } = useWorkspace();
  const [said, setSaid] = useState<Record<string, string>>({});
  const [answers, setAnswers] = useState<Record<string, string>>({});
  const [settled] = useDebouncedValue(said, typingPauseMs);
  const query = useQuery(importGuessQuery(workspace, { file, kind, mapping: settled }));
  // While a correction is refused, the last guess that held stays on screen beside the reason.
  const [lastGuess, setLastGuess] = useState<ImportGuess>();
  if (query.data && query.data !== lastGuess) setLastGuess(query.data);
  const guess = query.data ?? lastGuess;

  if (!guess) {
    return (
      <Panel title="Looking at the first rows">
        <QueryView query={query} skeleton={<LineSkeleton lines={6} label="Looking at the first rows" />}>
          {() => null}
        </QueryView>
      </Panel>
    );
  }

  // A missing column is asked for in its own field.
  const questions = guess.questions.filter(({ id }) => !id.startsWith('map.'));
  const obstacle = query.isError
    ? asProblem(query.error).message
    : guess.missing.length > 0
      ? 'Something that is needed has no column yet.'
      : null;
  return (
    <>
      <Panel title="What is in it" flush>
        <ColumnSamples guess={guess} />
      </Panel>
      <Panel title="What each column means" description="This is what Tessera made of it. Correct what is wrong; a formula such as Quantity*UnitPrice is fine.">
        <MappingEditor
          kind={kind}
          guess={guess}
          mapping={readingOf(guess, said)}
          onChange={(target, source) => {
            setSaid((before) => ({ ...before, [target]: source }));
          }}
        />
        {query.isError ? <ProblemMessage error={query.error} /> : null}
      </Panel>
      {questions.length > 0 ? (
        <Panel
          title="Please decide"
          description="The beginning of the file can be read in more than one way. If you are not sure, leave it open: the whole file may tell, and otherwise you are asked again."
        >
          <QuestionForm questions={questions} answers={answers} onChange={setAnswers} />
        </Panel>
      ) : null}
      <div className={styles.go}>
        <Button
          size="md"
          disabled={obstacle !== null}
          aria-describedby="import-obstacle"
          onClick={() => {
            onStart(readingOf(guess, said), answers);
          }}
        >
          Start the import
        </Button>
        <span id="import-obstacle" className={styles.obstacle}>
          {obstacle}
        </span>
      </div>
    </>
  );
}
