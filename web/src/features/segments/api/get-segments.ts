import { queryOptions } from '@tanstack/react-query';
import { api, body } from '@/lib/api/client';
import type { Body, Item } from '@/lib/api/types';

export type SegmentList = Body<'/api/segments'>;
export type SegmentSummary = Item<'/api/segments'>;

const computingIntervalMs = 1_500;

/** Whether there is nothing to show: the segments have names before anybody is in one. */
export function nobodyIn({ items }: SegmentList): boolean {
  return items.every(({ size }) => size === 0);
}

/** Whether anybody knows who belongs: a definition's first computation may still be on its way, or have failed. */
export function isCounted({ kind, computedAt }: Pick<SegmentSummary, 'kind' | 'computedAt'>): boolean {
  return kind !== 'rule' || Boolean(computedAt);
}

/** The segments of the RFM model. */
export function segmentsQuery(workspace: string) {
  return queryOptions({
    queryKey: [workspace, 'segments', 'list', 'rfm'],
    queryFn: ({ signal }) => body(api(workspace).GET('/api/segments', { params: { query: { kind: 'rfm' } }, signal })),
  });
}

/** Every segment there is; asked again while the server is still finding out who belongs to one. */
export function allSegmentsQuery(workspace: string) {
  return queryOptions({
    queryKey: [workspace, 'segments', 'list', 'all'],
    queryFn: ({ signal }) => body(api(workspace).GET('/api/segments', { signal })),
    refetchInterval: ({ state }) => (state.data?.items.some((segment) => segment.state === 'computing') ? computingIntervalMs : false),
  });
}
