import { queryOptions } from '@tanstack/react-query';
import { api, body } from '@/lib/api/client';
import type { Item } from '@/lib/api/types';

export type Webhook = Item<'/api/webhooks'>;

const calmMs = 10_000;

export function webhooksQuery(workspace: string) {
  return queryOptions({
    queryKey: [workspace, 'webhooks', 'list'],
    queryFn: ({ signal }) => body(api(workspace).GET('/api/webhooks', { signal })),
    refetchInterval: calmMs,
  });
}

const watchedMs = 3_000;

export function webhookQuery(workspace: string, id: string) {
  return queryOptions({
    queryKey: [workspace, 'webhooks', 'detail', id],
    queryFn: ({ signal }) => body(api(workspace).GET('/api/webhooks/{id}', { params: { path: { id } }, signal })),
    refetchInterval: watchedMs,
  });
}
