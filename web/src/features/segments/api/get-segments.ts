import { queryOptions } from '@tanstack/react-query';
import { api, body } from '@/lib/api/client';
import type { Body, Item } from '@/lib/api/types';

export type SegmentList = Body<'/api/segments'>;
export type SegmentSummary = Item<'/api/segments'>;

/** Whether there is nothing to show: the segments have names before anybody is in one. */
export function nobodyIn({ items }: SegmentList): boolean {
  return items.every(({ size }) => size === 0);
}

/** The segments of the RFM model. */
export function segmentsQuery(workspace: string) {
  return queryOptions({
    queryKey: [workspace, 'segments', 'list'],
    queryFn: ({ signal }) => body(api(workspace).GET('/api/segments', { params: { query: { kind: 'rfm' } }, signal })),
  });
}
