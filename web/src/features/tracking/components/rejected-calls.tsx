import { IconChevronRight } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { JsonView } from '@/components/json-view';
import { Pager } from '@/components/pager';
import { Panel } from '@/components/panel';
import { QueryView } from '@/components/query-view';
import { StateMessage } from '@/components/state-message';
import { TableSkeleton } from '@/components/tile-skeleton';
import { classes } from '@/lib/classes';
import { formatDateTime } from '@/lib/format/dates';
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

function readable(body: string): unknown {
  try {
    return JSON.parse(body) as unknown;
  } catch {
    return body;
  }
}

function Entry({ call: { receivedAt, source, reason, field, body } }: { call: RejectedCall }) {
  const [open, setOpen] = useState(false);
  return (
    <li className={classes(styles.entry, styles.refused)}>
      <button type="button" className={classes(styles.line, rejected.line)} aria-expanded={open} onClick={() => setOpen(!open)}>
        <IconChevronRight className={styles.arrow} size={15} aria-hidden="true" />
        <time className={styles.when} dateTime={receivedAt}>
          {formatDateTime(receivedAt)}
        </time>
        <span className={rejected.reason}>{reason}</span>
        <span className={rejected.field}>{field ? <code>{field}</code> : null}</span>
        <span className={styles.source}>{source}</span>
      </button>
      {open ? (
        <div className={styles.details}>
          <JsonView value={readable(body)} label="What was sent" />
        </div>
      ) : null}
    </li>
  );
}
