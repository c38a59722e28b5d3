import { Loader } from '@mantine/core';
import { useId } from 'react';
import { Panel } from '@/components/panel';
import { DefinitionEditor } from '../text/definition-editor';
import { mended } from '../text/places';
import { ProblemList } from '../text/problem-list';
import styles from './segment-builder.module.css';
import type { Reading } from './use-definition';
import type { ParsedDefinition } from '../api/parse-definition';

interface TextPanelProps {
  text: string;
  reading: Reading;
  understood: ParsedDefinition | null;
  onChange: (text: string) => void;
}

const noProblems: readonly never[] = [];

/** The server's reading as a sentence of its own. */
function sentence(reading: string): string {
  return `${reading.charAt(0).toUpperCase()}${reading.slice(1)}.`;
}

/** The definition as text, with what is wrong with it and what it says in plain words. */
export function TextPanel({ text, reading, understood, onChange }: TextPanelProps) {
  const hint = useId();
  const problems = reading.state === 'broken' ? reading.problems : reading.state === 'good' ? reading.parsed.warnings : noProblems;
  return (
    <Panel title="As text" actions={reading.state === 'reading' ? <Loader size={16} aria-label="Reading" /> : null}>
      <div className={styles.text}>
        <DefinitionEditor value={text} problems={problems} describedBy={hint} onChange={onChange} />
        <p id={hint} className={styles.hint}>
          Ctrl-Space shows what can stand here, F8 leads to the next problem.
        </p>
        <div role="status" aria-live="polite">
          {reading.state === 'failed' ? <p className={styles.bad}>{reading.problem.message}</p> : null}
          {reading.state === 'unfinished' ? <p className={styles.hint}>The text follows as soon as every condition is filled in.</p> : null}
          <ProblemList problems={problems} onMend={(problem) => onChange(mended(text, problem))} />
        </div>
        {understood ? (
          <blockquote className={styles.reading} data-behind={reading.state !== 'good'}>
            {sentence(understood.description)}
          </blockquote>
        ) : null}
      </div>
    </Panel>
  );
}
