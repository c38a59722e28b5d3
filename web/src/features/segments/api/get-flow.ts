import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import { api, body } from '@/lib/api/client';
import type { Body } from '@/lib/api/types';

export type SegmentFlow = Body<'/api/segments/{key}/flow'>;

/** Who entered and left a segment in a period, where they came from and where they went. */
export function flowQuery(workspace: string, key: string, period: { from?: string; to?: string }) {
  return queryOptions({
    queryKey: [workspace, 'segments', 'flow', key, period],
    queryFn: ({ signal }) => body(api(workspace).GET('/api/segments/{key}/flow', { params: { path: { key }, query: period }, signal })),
    placeholderData: keepPreviousData,
  });
}
