import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import { api, body } from '@/lib/api/client';
import type { Item } from '@/lib/api/types';

export type Delivery = Item<'/api/webhooks/{id}/deliveries'>;

export type DeliveryState = 'pending' | 'delivered' | 'dead';

const pageSize = 25;
const watchedMs = 3_000;

/** Deliveries of a webhook, the latest first, looked at again while they are on screen. */
export function deliveriesQuery(workspace: string, id: string, { state, cursor }: { state?: DeliveryState | undefined; cursor?: string | undefined }) {
  return queryOptions({
    queryKey: [workspace, 'webhooks', 'deliveries', id, state ?? '', cursor ?? ''],
    queryFn: ({ signal }) =>
      body(
        api(workspace).GET('/api/webhooks/{id}/deliveries', {
          params: { path: { id }, query: { limit: pageSize, ...(state ? { state } : {}), ...(cursor ? { cursor } : {}) } },
          signal,
        }),
      ),
    placeholderData: keepPreviousData,
    refetchInterval: watchedMs,
  });
}
