import { Button } from '@mantine/core';
import type { ReactNode } from 'react';
import { asProblem } from '@/lib/api/problem';
import { formatSentence } from '@/lib/format/sentences';
import { StateMessage } from './state-message';

interface ProblemMessageProps {
  error: unknown;
  onRetry?: () => void;
  /** What to say, and where to go, when what was asked for does not exist: trying again would not help. */
  missing?: { title: string; text: string; actions: ReactNode };
}

/** A failed request in the server's words; refusals read as refusals, everything else offers another try. */
export function ProblemMessage({ error, onRetry, missing }: ProblemMessageProps) {
  const problem = asProblem(error);
  if (problem.status === 403) {
    return (
      <StateMessage mood="denied" title="You may not see this">
        {formatSentence(problem.message)}
      </StateMessage>
    );
  }
  if (problem.status === 404 && missing) {
    return (
      <StateMessage mood="empty" title={missing.title} actions={missing.actions}>
        {missing.text}
      </StateMessage>
    );
  }
  return (
    <StateMessage
      mood={problem.status === 404 ? 'empty' : 'error'}
      title={problem.title}
      actions={
        onRetry ? (
          <Button variant="default" size="sm" onClick={onRetry}>
            Try again
          </Button>
        ) : undefined
      }
    >
      {formatSentence(problem.message)}
    </StateMessage>
  );
}
