import { Badge, Button } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { DataTable } from '@/components/data-table';
import { ProblemMessage } from '@/components/problem-message';
import { StateMessage } from '@/components/state-message';
import { LineSkeleton } from '@/components/tile-skeleton';
import { lineKindName } from '@/config/line-kinds';
import { classes } from '@/lib/classes';
import { formatDateTime } from '@/lib/format/dates';
import { formatCount, formatDecimal, formatMoney } from '@/lib/format/numbers';
import { useWorkspace } from '@/lib/workspace/workspace-context';
import { type Order, type OrderLine, ordersQuery } from '../api/get-orders';
import styles from './order-timeline.module.css';

const statusNames: Record<string, string> = { completed: 'Completed', cancelled: 'Cancelled', returned: 'Returned', 'partly-returned': 'Partly returned' };

/** A few line descriptions say what an order was about. */
function gist(lines: readonly OrderLine[]): string {
  const names = [...new Set(lines.map(({ description, sku }) => description || sku))];
  const more = names.length - 2;
  return names.slice(0, 2).join(', ') + (more > 0 ? ` and ${String(more)} more` : '');
}

function OrderEntry({ order }: { order: Order }) {
  const [open, setOpen] = useState(false);
  const { orderId, time, status, amount, currency, lines } = order;
  const whole = status === 'completed';
  return (
    <li className={styles.entry}>
      <span className={classes(styles.tile, !whole && styles.broken, status === 'cancelled' && styles.void)} aria-hidden="true" />
      <details
        open={open}
        onToggle={(event) => {
          setOpen(event.currentTarget.open);
        }}
      >
        <summary className={styles.summary}>
          <span className={styles.when}>{formatDateTime(time)}</span>
          <span className={styles.what}>
            {gist(lines)}
            <span className={styles.id}>{orderId}</span>
          </span>
          {whole ? null : (
            <Badge variant="light" color={status === 'cancelled' ? 'gray' : 'orange'} size="sm" radius="sm" tt="none">
              {statusNames[status] ?? status}
            </Badge>
          )}
          <span className={classes(styles.amount, status === 'cancelled' && styles.struck)}>{formatMoney(amount, currency)}</span>
        </summary>
        {open ? (
          <DataTable
            caption={`Lines of order ${orderId}`}
            rows={lines.map((line, index) => ({ ...line, index }))}
            rowKey={({ index }) => String(index)}
            columns={[
              { id: 'item', header: 'Item', wrap: true, cell: ({ description, sku }) => description || sku },
              { id: 'sku', header: 'SKU', cell: ({ sku }) => sku },
              { id: 'kind', header: 'Kind', cell: ({ kind }) => lineKindName(kind) },
              { id: 'quantity', header: 'Quantity', numeric: true, cell: ({ quantity }) => formatDecimal(quantity, 4) },
              { id: 'price', header: 'Price', numeric: true, cell: ({ unitPrice }) => formatMoney(unitPrice, currency) },
              { id: 'amount', header: 'Amount', numeric: true, cell: ({ amount: lineAmount }) => formatMoney(lineAmount, currency) },
            ]}
          />
        ) : null}
      </details>
    </li>
  );
}

/** Every order with its lines, newest first. Returns and cancellations say so. */
export function OrderTimeline({ profileId }: { profileId: string }) {
  const { key: workspace } = useWorkspace();
  const orders = useInfiniteQuery(ordersQuery(workspace, profileId));
  if (orders.isPending) return <LineSkeleton lines={7} label="Loading the orders" />;
  if (orders.isError) return <ProblemMessage error={orders.error} onRetry={() => void orders.refetch()} />;
  const all = orders.data.pages.flatMap(({ items }) => items);
  if (all.length === 0) {
    return (
      <StateMessage mood="empty" title="No orders">
        This customer is known, but has bought nothing so far.
      </StateMessage>
    );
  }
  return (
    <>
      <ol className={styles.timeline}>
        {all.map((order) => (
          <OrderEntry key={`${order.orderId} ${order.time}`} order={order} />
        ))}
      </ol>
      {orders.hasNextPage ? (
        <Button variant="default" size="sm" loading={orders.isFetchingNextPage} onClick={() => void orders.fetchNextPage()}>
          Show earlier orders
        </Button>
      ) : (
        <p className={styles.end}>{all.length === 1 ? 'That is the only order.' : `All ${formatCount(all.length)} orders are shown.`}</p>
      )}
    </>
  );
}
