import { useQuery } from '@tanstack/react-query';
import { DataTable } from '@/components/data-table';
import { ButtonLink } from '@/components/links';
import { QueryView } from '@/components/query-view';
import { StateMessage } from '@/components/state-message';
import { TimeAgo } from '@/components/time-ago';
import { TableSkeleton } from '@/components/tile-skeleton';
import { formatCount, nothing } from '@/lib/format/numbers';
import { formatText } from '@/lib/format/text';
import { useWorkspace } from '@/lib/workspace/workspace-context';
import { planQuery, type Violation, violationsQuery } from '../api/tracking-plan';

const kinds: Record<string, string> = { missing: 'Missing', type: 'Wrong type', value: 'Value not allowed', unexpected: 'Not in the plan', 'unplanned-event': 'Event not planned' };

function wrong({ kind, expected, seen }: Violation): string {
  if (kind === 'unplanned-event') return '';
  if (kind === 'missing') return `needs ${expected || 'a value'}`;
  return `${seen || 'nothing'} instead of ${expected || 'nothing'}`;
}

/** What did not keep to the plan, by event, source and version of the app. */
export function ViolationsTable() {
  const { key: workspace } = useWorkspace();
  const violations = useQuery(violationsQuery(workspace));
  return (
    <QueryView
      query={violations}
      skeleton={<TableSkeleton rows={6} label="Loading the violations" />}
      isEmpty={({ items }) => items.length === 0}
      empty={
        <NoViolations />
      }
    >
      {({ items }) => (
        <DataTable
          caption="Violations of the tracking plan"
          rows={items}
          rowKey={({ event, source, appVersion, kind, path }) => `${event} ${source} ${appVersion} ${kind} ${path}`}
          columns={[
            { id: 'event', header: 'Event', cell: ({ event }) => <b>{event}</b> },
            { id: 'path', header: 'Property', cell: ({ path }) => (path ? <code>{path}</code> : nothing) },
            { id: 'kind', header: 'What is wrong', cell: ({ kind }) => kinds[kind] ?? kind },
            { id: 'detail', header: 'Last seen with', wrap: true, from: 'wide', cell: wrong },
            { id: 'source', header: 'Source', from: 'medium', cell: ({ source }) => formatText(source) },
            { id: 'version', header: 'Version', from: 'medium', cell: ({ appVersion }) => formatText(appVersion) },
            { id: 'count', header: 'Calls, 30 days', numeric: true, cell: ({ count }) => formatCount(count) },
            { id: 'last', header: 'Last', from: 'medium', cell: ({ lastAt }) => <TimeAgo time={lastAt} /> },
          ]}
        />
      )}
    </QueryView>
  );
}

function NoViolations() {
  const { key: workspace } = useWorkspace();
  const plan = useQuery(planQuery(workspace));
  if (plan.isPending) return <TableSkeleton rows={6} label="Loading the plan" />;
  if (plan.data) {
    return (
      <StateMessage mood="empty" title="No violations">
        Every call of the last 30 days kept to the plan.
      </StateMessage>
    );
  }
  return (
    <StateMessage
      mood="empty"
      title="Nothing to keep to yet"
      actions={
        <ButtonLink variant="default" size="sm" to="/w/$workspace/catalogue" params={{ workspace }} search={{ tab: 'plan' }}>
          Write a tracking plan
        </ButtonLink>
      }
    >
      Without a tracking plan no call can break it.
    </StateMessage>
  );
}
