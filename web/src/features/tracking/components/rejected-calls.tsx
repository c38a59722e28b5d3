import { useQuery } from '@tanstack/react-query';
import { Expandable } from '@/components/expandable';
import { JsonView } from '@/components/json-view';
import { Pager } from '@/components/pager';
import { Panel } from '@/components/panel';
import { QueryView } from '@/components/query-view';
import { StateMessage } from '@/components/state-message';
import { TableSkeleton } from '@/components/tile-skeleton';
import { classes } from '@/lib/classes';
import { formatDateTime } from '@/lib/format/dates';
import { readJson } from '@/lib/format/values';
import { usePaging } from '@/lib/use-paging';
import { useWorkspace } from '@/lib/workspace/workspace-context';
import { type RejectedCall, rejectedQuery } from '../api/get-rejected';
import styles from './call-entry.module.css';
import rejected from './rejected-calls.module.css';

interface RejectedCallsProps {
  cursor: string | undefined;
  onPage: (cursor: string | undefined) => void;
}

/** What was kept aside, whole, with the reason. */
export function RejectedCalls({ cursor, onPage }: RejectedCallsProps) {
  const { key: workspace } = useWorkspace();
  const calls = useQuery(rejectedQuery(workspace, cursor));
  const paging = usePaging(cursor, calls.data?.next, onPage);
  return (
    <Panel title="Kept aside" description="Calls that were no valid ones: never lost, kept whole for 30 days." flush>
      <QueryView
        query={calls}
        skeleton={<TableSkeleton rows={8} label="Loading what was kept aside" />}
        isEmpty={({ items }) => items.length === 0}
        empty={
          <StateMessage mood="empty" title="Nothing was kept aside">
            Every call that came was a valid one.
          </StateMessage>
        }
      >
        {({ items }) => (
          <>
            <ol className={rejected.calls} aria-label="Calls kept aside">
              {items.map((call, index) => (
                <Entry key={`${call.receivedAt} ${String(index)}`} call={call} />
              ))}
            </ol>
            <Pager label="Pages of calls kept aside" paging={paging} />
          </>
        )}
      </QueryView>
    </Panel>
  );
}

function Entry({ call: { receivedAt, source, reason, field, body } }: { call: RejectedCall }) {
  return (
    <li className={classes(styles.entry, styles.refused)}>
      <Expandable
        className={classes(styles.line, rejected.line)}
        line={
          <>
            <time className={styles.when} dateTime={receivedAt}>
              {formatDateTime(receivedAt)}
            </time>
            <span className={rejected.reason}>{reason}</span>
            <span className={rejected.field}>{field ? <code>{field}</code> : null}</span>
            <span className={styles.source}>{source}</span>
          </>
        }
      >
        <div className={styles.details}>
          <JsonView value={readJson(body)} label="What was sent" />
        </div>
      </Expandable>
    </li>
  );
}
