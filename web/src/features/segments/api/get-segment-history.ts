import { queryOptions } from '@tanstack/react-query';
import { api, body } from '@/lib/api/client';
import type { Body } from '@/lib/api/types';

export type SegmentHistory = Body<'/api/segments/{key}/history'>;
export type HistoryInterval = 'day' | 'month';

/** A segment's size over time. That of RFM segments is kept by month only. */
export function segmentHistoryQuery(workspace: string, key: string, interval: HistoryInterval) {
  return queryOptions({
    queryKey: [workspace, 'segments', 'history', key, interval],
    queryFn: ({ signal }) => body(api(workspace).GET('/api/segments/{key}/history', { params: { path: { key }, query: { interval } }, signal })),
  });
}
