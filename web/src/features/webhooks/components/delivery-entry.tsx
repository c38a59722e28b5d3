import { Button } from '@mantine/core';
import { Expandable } from '@/components/expandable';
import { JsonView } from '@/components/json-view';
import { AnchorLink } from '@/components/links';
import { type Tone, StatusBadge } from '@/components/status-badge';
import { TimeAgo } from '@/components/time-ago';
import { formatDateTime } from '@/lib/format/dates';
import { readJson } from '@/lib/format/values';
import { notifyDone, notifyProblem } from '@/lib/notify';
import { useWorkspace } from '@/lib/workspace/workspace-context';
import { useReplay } from '../api/change-webhook';
import type { Delivery } from '../api/get-deliveries';
import { typeName } from '../types';
import styles from './webhooks.module.css';

const states: Record<string, { tone: Tone; word: string }> = {
  pending: { tone: 'busy', word: 'Waiting' },
  delivered: { tone: 'good', word: 'Delivered' },
  dead: { tone: 'bad', word: 'Given up' },
};

function tries({ attempts, status }: Delivery): string {
  if (attempts === 0) return 'not tried yet';
  return `${attempts === 1 ? 'one try' : `${String(attempts)} tries`}${status === null ? '' : `, answered ${String(status)}`}`;
}

/** One delivery: what, to whom it happened, what came of it; and what was sent, on demand. */
export function DeliveryEntry({ webhookId, delivery }: { webhookId: string; delivery: Delivery }) {
  const { id, type, segment, state, createdAt, answer } = delivery;
  const { tone, word } = states[state] ?? { tone: 'quiet', word: state };
  const replay = useReplay(webhookId);
  return (
    <li className={styles.entry}>
      <Expandable
        className={styles.summary}
        line={
          <>
            <time className={styles.when} dateTime={createdAt}>
              {formatDateTime(createdAt)}
            </time>
            <span className={styles.what}>{typeName(type)}</span>
            <span className={styles.segment}>{segment}</span>
            <span className={styles.state}>
              <StatusBadge tone={tone}>{word}</StatusBadge>
            </span>
            <span className={styles.note}>{answer ?? tries(delivery)}</span>
          </>
        }
        actions={
          state === 'pending' ? null : (
            <Button
              className={styles.again}
              size="compact-xs"
              variant="default"
              loading={replay.isPending}
              aria-label={`Send ${id} again`}
              onClick={() => replay.mutate(id, { onSuccess: () => notifyDone('On its way again', 'It is sent under the id it had.'), onError: notifyProblem })}
            >
              Send again
            </Button>
          )
        }
      >
        <Details delivery={delivery} />
      </Expandable>
    </li>
  );
}

function Details({ delivery }: { delivery: Delivery }) {
  const { key: workspace } = useWorkspace();
  const { id, profileId, triedAt, nextAt, body } = delivery;
  return (
    <div className={styles.details}>
      <p>
        <code>{id}</code>, {tries(delivery)}
        {triedAt ? (
          <>
            , last <TimeAgo time={triedAt} />
          </>
        ) : null}
        {nextAt ? (
          <>
            , next <TimeAgo time={nextAt} />
          </>
        ) : null}
        .{' '}
        <AnchorLink size="sm" to="/w/$workspace/customers/$profileId" params={{ workspace, profileId }}>
          The customer
        </AnchorLink>
      </p>
      <JsonView value={readJson(body)} label="What is sent" />
    </div>
  );
}
