import { queryOptions } from '@tanstack/react-query';
import { api, body } from '@/lib/api/client';
import type { Body } from '@/lib/api/types';

export type SegmentHistory = Body<'/api/segments/{key}/history'>;

export function segmentHistoryQuery(workspace: string, key: string) {
  return queryOptions({
    queryKey: [workspace, 'segments', 'history', key],
    queryFn: ({ signal }) => body(api(workspace).GET('/api/segments/{key}/history', { params: { path: { key }, query: { interval: 'month' } }, signal })),
  });
}
