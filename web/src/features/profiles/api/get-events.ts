import { infiniteQueryOptions } from '@tanstack/react-query';
import { api, body } from '@/lib/api/client';
import type { Item } from '@/lib/api/types';

export type ProfileEvent = Item<'/api/profiles/{id}/events'>;

const pageSize = 25;

/** What a customer did, newest first, more of it on demand. */
export function eventsQuery(workspace: string, id: string) {
  return infiniteQueryOptions({
    queryKey: [workspace, 'profiles', 'events', id],
    queryFn: ({ pageParam, signal }) =>
      body(
        api(workspace).GET('/api/profiles/{id}/events', {
          params: { path: { id }, query: { limit: pageSize, ...(pageParam ? { cursor: pageParam } : {}) } },
          signal,
        }),
      ),
    initialPageParam: '',
    getNextPageParam: ({ next }) => next ?? undefined,
  });
}
