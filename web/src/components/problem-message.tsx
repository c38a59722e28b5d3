import { Button } from '@mantine/core';
import { asProblem } from '@/lib/api/problem';
import { StateMessage } from './state-message';

interface ProblemMessageProps {
  error: unknown;
  onRetry?: () => void;
}

/** A failed request in the server's words; refusals read as refusals, everything else offers another try. */
export function ProblemMessage({ error, onRetry }: ProblemMessageProps) {
  const problem = asProblem(error);
  if (problem.status === 403) {
    return (
      <StateMessage mood="denied" title="You may not see this">
        {problem.message}
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
      {problem.message}
    </StateMessage>
  );
}
