import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import { api, body } from '@/lib/api/client';
import type { Body, Item, Query } from '@/lib/api/types';

export type MemberList = Body<'/api/segments/{key}/members'>;
export type Member = Item<'/api/segments/{key}/members'>;
export type MemberFilter = Query<'/api/segments/{key}/members'>;

export function membersQuery(workspace: string, key: string, filter: MemberFilter) {
  return queryOptions({
    queryKey: [workspace, 'segments', 'members', key, filter],
    queryFn: ({ signal }) => body(api(workspace).GET('/api/segments/{key}/members', { params: { path: { key }, query: filter }, signal })),
    placeholderData: keepPreviousData,
  });
}
