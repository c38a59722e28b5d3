import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import { api, body } from '@/lib/api/client';
import type { Item } from '@/lib/api/types';

export type RejectedCall = Item<'/api/rejected-events'>;

const pageSize = 25;

/** What was kept aside because it is no valid call, newest first, one page of it. */
export function rejectedQuery(workspace: string, cursor: string | undefined) {
  return queryOptions({
    queryKey: [workspace, 'tracking', 'rejected', cursor ?? ''],
    queryFn: ({ signal }) => body(api(workspace).GET('/api/rejected-events', { params: { query: { limit: pageSize, ...(cursor ? { cursor } : {}) } }, signal })),
    placeholderData: keepPreviousData,
  });
}
