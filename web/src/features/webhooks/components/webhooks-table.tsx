import { DataTable } from '@/components/data-table';
import { AnchorLink } from '@/components/links';
import { formatCount } from '@/lib/format/numbers';
import { useWorkspace } from '@/lib/workspace/workspace-context';
import type { Webhook } from '../api/get-webhooks';
import { WebhookState } from './webhook-state';
import styles from './webhooks.module.css';

export function WebhooksTable({ webhooks }: { webhooks: readonly Webhook[] }) {
  const { key: workspace } = useWorkspace();
  return (
    <DataTable
      caption="Webhooks"
      rows={webhooks}
      rowKey={({ id }) => id}
      columns={[
        {
          id: 'name',
          header: 'Webhook',
          cell: ({ id, name, url }) => (
            <span className={styles.named}>
              <AnchorLink c="inherit" fw={550} to="/w/$workspace/webhooks/$webhookId" params={{ workspace, webhookId: id }}>
                {name}
              </AnchorLink>
              <span className={styles.url}>{url}</span>
            </span>
          ),
        },
        { id: 'state', header: 'State', cell: (webhook) => <WebhookState webhook={webhook} /> },
        { id: 'segments', header: 'Segments', from: 'wide', cell: ({ segments }) => (segments.length === 0 ? 'All' : segments.join(', ')) },
        { id: 'pending', header: 'Waiting', numeric: true, from: 'medium', cell: ({ pending }) => formatCount(pending) },
        { id: 'delivered', header: 'Delivered, 3 days', numeric: true, from: 'medium', cell: ({ delivered }) => formatCount(delivered) },
        { id: 'dead', header: 'Given up', numeric: true, cell: ({ dead }) => formatCount(dead) },
      ]}
    />
  );
}
