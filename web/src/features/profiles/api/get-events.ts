import { infiniteQueryOptions } from '@tanstack/react-query';
import { api, body } from '@/lib/api/client';
import type { Item } from '@/lib/api/types';

export type ProfileEvent = Item<'/api/profiles/{id}/events'>;

/** Whose events: a customer's, or those of everyone who belongs to a company. */
export type Doer = { profileId: string } | { companyId: string };

const pageSize = 50;

/** What somebody did, newest first, more of it on demand. */
export function eventsQuery(workspace: string, doer: Doer) {
  return infiniteQueryOptions({
    queryKey: [workspace, 'profiles', 'events', doer],
    queryFn: ({ pageParam, signal }) => {
      const query = { limit: pageSize, ...(pageParam ? { cursor: pageParam } : {}) };
      return body(
        'companyId' in doer
          ? api(workspace).GET('/api/companies/{id}/events', { params: { path: { id: doer.companyId }, query }, signal })
          : api(workspace).GET('/api/profiles/{id}/events', { params: { path: { id: doer.profileId }, query }, signal }),
      );
    },
    initialPageParam: '',
    getNextPageParam: ({ next }) => next ?? undefined,
  });
}
