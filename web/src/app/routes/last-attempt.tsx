import { useQuery } from '@tanstack/react-query';
import { AnchorLink } from '@/components/links';
import { Panel } from '@/components/panel';
import { importsQuery } from '@/features/imports/api/get-imports';
import { useWorkspace } from '@/lib/workspace/workspace-context';

/** The file before it: one that is not in because it was refused, or because it asks. */
export function LastAttempt() {
  const { key: workspace } = useWorkspace();
  const last = useQuery(importsQuery(workspace)).data?.items[0];
  if (last?.state !== 'failed' && last?.state !== 'needs-answer') return null;
  const asks = last.state === 'needs-answer';
  return (
    <Panel title={asks ? 'A file waits for your answer' : 'The last file was not taken'}>
      <p>
        {asks ? `${last.fileName} can be read in more than one way. ` : `${last.fileName}: ${last.error ?? 'the import failed.'} `}
        <AnchorLink to="/w/$workspace/imports/$importId" params={{ workspace, importId: last.id }}>
          {asks ? 'Answer' : 'See the import'}
        </AnchorLink>
      </p>
    </Panel>
  );
}
