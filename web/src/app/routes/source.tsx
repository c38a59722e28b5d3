import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useState } from 'react';
import { Facts } from '@/components/facts';
import { AnchorLink } from '@/components/links';
import { MissingMessage } from '@/components/missing-message';
import { Page } from '@/components/page';
import { Panel } from '@/components/panel';
import { QueryView } from '@/components/query-view';
import { SecretOnce } from '@/components/secret-once';
import { TimeAgo } from '@/components/time-ago';
import { LineSkeleton, TileSkeleton } from '@/components/tile-skeleton';
import { snippetsQuery } from '@/features/sources/api/get-snippets';
import { sourceQuery } from '@/features/sources/api/get-source';
import type { Source } from '@/features/sources/api/get-sources';
import { FirstEvent } from '@/features/sources/components/first-event';
import { Refusals } from '@/features/sources/components/refusals';
import { SnippetTabs } from '@/features/sources/components/snippet-tabs';
import { SourceActions } from '@/features/sources/components/source-actions';
import { SourceState } from '@/features/sources/components/source-state';
import { kindName } from '@/features/sources/kinds';
import { formatDateTime } from '@/lib/format/dates';
import { formatCount } from '@/lib/format/numbers';
import { useWorkspace } from '@/lib/workspace/workspace-context';
import styles from './source.module.css';

const route = getRouteApi('/w/$workspace/sources/$sourceKey');

export function SourceRoute() {
  const { key: workspace } = useWorkspace();
  const { sourceKey } = route.useParams();
  const source = useQuery(sourceQuery(workspace, sourceKey));
  const [newKey, setNewKey] = useState<string | null>(null);
  const back = (
    <AnchorLink to="/w/$workspace/sources" params={{ workspace }}>
      Sources
    </AnchorLink>
  );
  if (!source.data) {
    return (
      <Page title="Source" eyebrow={back}>
        {source.isError ? <MissingMessage error={source.error} onRetry={() => void source.refetch()} title="There is no such source" text="It was deleted, or its key is another." list="/w/$workspace/sources" listName="All sources" /> : <TileSkeleton tiles={120} label="Loading the source" />}
      </Page>
    );
  }
  const { name } = source.data;
  return (
    <Page title={name} eyebrow={back} actions={<SourceActions source={source.data} onRotated={({ writeKey }) => setNewKey(writeKey)} />}>
      {newKey ? (
        <SecretOnce name="Write key" secret={newKey}>
          The key before is good for 24 hours more. Calls with it are refused after that.
        </SecretOnce>
      ) : null}
      {source.data.lastReceivedAt === null && source.data.enabled ? <FirstEvent sourceKey={sourceKey} /> : null}
      <div className={styles.columns}>
        <Panel title="What to paste" description="With a placeholder for the write key, which is shown only when it is made.">
          <Paste sourceKey={sourceKey} kind={source.data.kind} />
        </Panel>
        <Panel title="At a glance">
          <Glance source={source.data} />
        </Panel>
      </div>
      <Panel title="Kept aside" description="Calls that were no valid ones, by reason, in the last 30 days." flush actions={<Whole />}>
        <Refusals sourceKey={sourceKey} />
      </Panel>
    </Page>
  );
}

function Whole() {
  const { key: workspace } = useWorkspace();
  return (
    <AnchorLink size="sm" to="/w/$workspace/live" params={{ workspace }} search={{ tab: 'refused' }}>
      See them whole
    </AnchorLink>
  );
}

function Paste({ sourceKey, kind }: { sourceKey: string; kind: string }) {
  const { key: workspace } = useWorkspace();
  const snippets = useQuery(snippetsQuery(workspace, sourceKey));
  return (
    <QueryView query={snippets} skeleton={<LineSkeleton lines={8} label="Loading the snippets" />}>
      {(found) => <SnippetTabs snippets={found} kind={kind} />}
    </QueryView>
  );
}

function Glance({ source }: { source: Source }) {
  const { key, kind, calls, lastReceivedAt, createdAt, rotatedAt, formerKeyUntil } = source;
  return (
    <Facts
      facts={[
        { name: 'State', value: <SourceState source={source} /> },
        { name: 'Calls stored', value: formatCount(calls) },
        { name: 'Last received', value: <TimeAgo time={lastReceivedAt} /> },
        { name: 'Kind', value: kindName(kind) },
        { name: 'Key in calls', value: <code>{key}</code> },
        { name: 'Created', value: formatDateTime(createdAt) },
        ...(rotatedAt ? [{ name: 'Write key since', value: formatDateTime(rotatedAt) }] : []),
        ...(formerKeyUntil ? [{ name: 'Key before, until', value: formatDateTime(formerKeyUntil) }] : []),
      ]}
    />
  );
}
