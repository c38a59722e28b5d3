import { useQuery, useQueryClient } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useEffect, useRef } from 'react';
import { AnchorLink, ButtonLink } from '@/components/links';
import { MissingMessage } from '@/components/missing-message';
import { Page } from '@/components/page';
import { Panel } from '@/components/panel';
import { StateMessage } from '@/components/state-message';
import { TileSkeleton } from '@/components/tile-skeleton';
import { type ImportDetail, importQuery } from '@/features/imports/api/get-import';
import { ImportMapping } from '@/features/imports/components/import-mapping';
import { ImportProgress } from '@/features/imports/components/import-progress';
import { ImportResult } from '@/features/imports/components/import-result';
import { StateBadge } from '@/features/imports/components/imports-table';
import { OpenQuestions } from '@/features/imports/components/open-questions';
import { Rejections } from '@/features/imports/components/rejections';
import { isRunning, stateName } from '@/features/imports/import-state';
import { kindName } from '@/features/imports/targets';
import { formatDateTime } from '@/lib/format/dates';
import { useWorkspace } from '@/lib/workspace/workspace-context';

const route = getRouteApi('/w/$workspace/imports/$importId');

/** Once an import is through, every figure of the workspace may differ. */
function useFreshFigures(job: ImportDetail | undefined) {
  const { key: workspace } = useWorkspace();
  const queries = useQueryClient();
  const wasRunning = useRef(false);
  const running = job !== undefined && isRunning(job.state);
  useEffect(() => {
    if (wasRunning.current && !running) void queries.invalidateQueries({ queryKey: [workspace] });
    wasRunning.current = running;
  }, [running, queries, workspace]);
}

function Outcome({ job }: { job: ImportDetail }) {
  const { key: workspace } = useWorkspace();
  const again = (
    <ButtonLink variant="default" size="sm" to="/w/$workspace/imports/new" params={{ workspace }}>
      Import a file
    </ButtonLink>
  );
  if (isRunning(job.state)) {
    return (
      <Panel title={stateName(job.state)} description="You can leave this page; the import goes on.">
        <ImportProgress job={job} />
      </Panel>
    );
  }
  if (job.state === 'failed') {
    return (
      <Panel title="The import failed">
        <StateMessage mood="error" title="Nothing of this file was taken" actions={again}>
          {job.error ?? 'The server did not say why.'}
        </StateMessage>
      </Panel>
    );
  }
  if (job.state === 'needs-answer') {
    return (
      <Panel title="The file can be read in more than one way">
        <OpenQuestions job={job} />
      </Panel>
    );
  }
  return (
    <>
    <Panel
      title="Result"
      actions={
        <ButtonLink size="xs" to="/w/$workspace/overview" params={{ workspace }}>
          See the overview
        </ButtonLink>
      }
    >
      <ImportResult job={job} />
    </Panel>
      {job.rejections.length > 0 ? (
        <Panel title="Why rows were rejected" flush>
          <Rejections rejections={job.rejections} />
        </Panel>
      ) : null}
    </>
  );
}

export function ImportRoute() {
  const { key: workspace } = useWorkspace();
  const { importId } = route.useParams();
  const query = useQuery(importQuery(workspace, importId));
  const job = query.data;
  useFreshFigures(job);
  const back = (
    <AnchorLink to="/w/$workspace/imports" params={{ workspace }}>
      Imports
    </AnchorLink>
  );
  if (!job) {
    return (
      <Page title="Import" eyebrow={back}>
        {query.isError ? (
          <MissingMessage
            error={query.error}
            onRetry={() => void query.refetch()}
            title="There is no such import"
            text="It may belong to another workspace."
            list="/w/$workspace/imports"
            listName="All imports"
          />
        ) : (
          <TileSkeleton tiles={80} label="Loading the import" />
        )}
      </Page>
    );
  }
  return (
    <Page title={job.fileName} eyebrow={back} lead={`${kindName(job.kind)}, started ${formatDateTime(job.startedAt)}`} actions={<StateBadge state={job.state} />}>
      <div role="status" aria-live="polite" style={{ display: 'contents' }}>
        <Outcome job={job} />
      </div>
      {Object.keys(job.mapping).length > 0 ? (
        <Panel title="How the file was read" flush>
          <ImportMapping job={job} kind={job.kind} />
        </Panel>
      ) : null}
    </Page>
  );
}
