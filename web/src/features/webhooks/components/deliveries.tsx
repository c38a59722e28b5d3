import { Button, SegmentedControl } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Pager } from '@/components/pager';
import { Panel } from '@/components/panel';
import { QueryView } from '@/components/query-view';
import { StateMessage } from '@/components/state-message';
import { TableSkeleton } from '@/components/tile-skeleton';
import { formatCount } from '@/lib/format/numbers';
import { notifyDone, notifyProblem } from '@/lib/notify';
import { usePaging } from '@/lib/use-paging';
import { useWorkspace } from '@/lib/workspace/workspace-context';
import { useReplay } from '../api/change-webhook';
import { type DeliveryState, deliveriesQuery } from '../api/get-deliveries';
import type { Webhook } from '../api/get-webhooks';
import { DeliveryEntry } from './delivery-entry';
import styles from './webhooks.module.css';

interface DeliveriesProps {
  webhook: Webhook;
  state: DeliveryState | undefined;
  cursor: string | undefined;
  onState: (state: DeliveryState | undefined) => void;
  onPage: (cursor: string | undefined) => void;
}

const choices = [
  { value: 'all', label: 'All' },
  { value: 'pending', label: 'Waiting' },
  { value: 'delivered', label: 'Delivered' },
  { value: 'dead', label: 'Given up' },
];

/** What was sent, what waits, and what was given up. */
export function Deliveries({ webhook, state, cursor, onState, onPage }: DeliveriesProps) {
  const { key: workspace } = useWorkspace();
  const deliveries = useQuery(deliveriesQuery(workspace, webhook.id, { state, cursor }));
  const paging = usePaging(cursor, deliveries.data?.next, onPage);
  return (
    <Panel
      title="Deliveries"
      flush
      actions={
        <>
          {webhook.dead > 0 ? <ReplayAll webhook={webhook} /> : null}
          <SegmentedControl aria-label="State of the deliveries" size="xs" data={choices} value={state ?? 'all'} onChange={(value) => onState(value === 'all' ? undefined : (value as DeliveryState))} />
        </>
      }
    >
      <QueryView
        query={deliveries}
        skeleton={<TableSkeleton rows={8} label="Loading the deliveries" />}
        isEmpty={({ items }) => items.length === 0}
        empty={
          <StateMessage mood="empty" title={state ? 'None of these' : 'Nothing sent yet'}>
            {state ? 'There is no delivery in this state.' : 'The first goes out when somebody enters or leaves a segment.'}
          </StateMessage>
        }
      >
        {({ items }) => (
          <>
            <ol className={styles.entries} aria-label="Deliveries" aria-busy={deliveries.isPlaceholderData}>
              {items.map((delivery) => (
                <DeliveryEntry key={delivery.id} webhookId={webhook.id} delivery={delivery} />
              ))}
            </ol>
            <Pager label="Pages of deliveries" paging={paging} />
          </>
        )}
      </QueryView>
    </Panel>
  );
}

function ReplayAll({ webhook: { id, dead } }: { webhook: Webhook }) {
  const replay = useReplay(id);
  return (
    <Button
      size="xs"
      variant="default"
      loading={replay.isPending}
      onClick={() => replay.mutate(null, { onSuccess: (count) => notifyDone('On their way again', `${formatCount(count)} of those given up are sent again.`), onError: notifyProblem })}
    >
      Send the {formatCount(dead)} given up again
    </Button>
  );
}
