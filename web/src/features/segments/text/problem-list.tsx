import { Button } from '@mantine/core';
import { IconAlertTriangle, IconCircleX } from '@tabler/icons-react';
import { classes } from '@/lib/classes';
import { formatSentence } from '@/lib/format/sentences';
import type { DefinitionProblem } from '../api/parse-definition';
import styles from './problem-list.module.css';

interface ProblemListProps {
  problems: readonly DefinitionProblem[];
  /** Puts a problem's suggestion in its place. */
  onMend: (problem: DefinitionProblem) => void;
}

/** What is wrong with a definition or looks so, in words, each mended with one click where it is known how. */
export function ProblemList({ problems, onMend }: ProblemListProps) {
  if (problems.length === 0) return null;
  return (
    <ul className={styles.problems}>
      {problems.map((problem, index) => {
        const isError = problem.severity === 'error';
        const Mark = isError ? IconCircleX : IconAlertTriangle;
        return (
          <li key={`${String(index)} ${problem.code}`} className={classes(styles.problem, isError ? styles.error : styles.warning)}>
            <Mark className={styles.mark} size={17} aria-label={isError ? 'Error' : 'Warning'} role="img" />
            <span className={styles.text}>
              {formatSentence(problem.message)}
              <span className={styles.place}>
                line {problem.line}, column {problem.column}
              </span>
            </span>
            {problem.suggestion === null ? null : (
              <Button size="compact-xs" variant="default" onClick={() => onMend(problem)}>
                Use {problem.suggestion}
              </Button>
            )}
          </li>
        );
      })}
    </ul>
  );
}
