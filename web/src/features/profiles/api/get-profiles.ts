import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import { api, body } from '@/lib/api/client';
import type { Body, Item, Query } from '@/lib/api/types';

export type ProfileList = Body<'/api/profiles'>;
export type ProfileSummary = Item<'/api/profiles'>;
export type ProfileFilter = Query<'/api/profiles'>;

/** Customers that match a filter, one page of them. The page before stays on screen while the next one comes. */
export function profilesQuery(workspace: string, filter: ProfileFilter) {
  return queryOptions({
    queryKey: [workspace, 'profiles', 'list', filter],
    queryFn: ({ signal }) => body(api(workspace).GET('/api/profiles', { params: { query: filter }, signal })),
    placeholderData: keepPreviousData,
  });
}
