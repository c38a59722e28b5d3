import { useWorkspace } from '@/lib/workspace/workspace-context';
import { ButtonLink } from './links';
import { ProblemMessage } from './problem-message';

interface MissingMessageProps {
  error: unknown;
  onRetry: () => void;
  title: string;
  text: string;
  /** Where those are that exist. */
  list:
    | '/w/$workspace/segments'
    | '/w/$workspace/customers'
    | '/w/$workspace/imports'
    | '/w/$workspace/sources'
    | '/w/$workspace/webhooks'
    | '/w/$workspace/customers/companies'
    | '/w/$workspace/catalogue';
  listName: string;
}

/** Why a page of one thing cannot be shown: when there is no such thing, with the way to those that exist. */
export function MissingMessage({ error, onRetry, title, text, list, listName }: MissingMessageProps) {
  const { key: workspace } = useWorkspace();
  return (
    <ProblemMessage
      error={error}
      onRetry={onRetry}
      missing={{
        title,
        text,
        actions: (
          <ButtonLink variant="default" size="sm" to={list} params={{ workspace }}>
            {listName}
          </ButtonLink>
        ),
      }}
    />
  );
}
