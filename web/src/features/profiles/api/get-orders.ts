import { infiniteQueryOptions } from '@tanstack/react-query';
import { api, body } from '@/lib/api/client';
import type { Item } from '@/lib/api/types';

export type Order = Item<'/api/profiles/{id}/orders'>;
export type OrderLine = Order['lines'][number];

const pageSize = 10;

/** A customer's orders, newest first, more of them on demand. */
export function ordersQuery(workspace: string, id: string) {
  return infiniteQueryOptions({
    queryKey: [workspace, 'profiles', 'orders', id],
    queryFn: ({ pageParam, signal }) =>
      body(
        api(workspace).GET('/api/profiles/{id}/orders', {
          params: { path: { id }, query: { limit: pageSize, ...(pageParam ? { cursor: pageParam } : {}) } },
          signal,
        }),
      ),
    initialPageParam: '',
    getNextPageParam: ({ next }) => next ?? undefined,
  });
}
