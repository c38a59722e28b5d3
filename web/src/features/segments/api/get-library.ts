import { queryOptions } from '@tanstack/react-query';
import { api, body } from '@/lib/api/client';
import type { Item } from '@/lib/api/types';

export type ReadySegment = Item<'/api/segments/library'>;

const countingIntervalMs = 2_000;
// What could not be counted in a minute will not be while one looks on.
const looks = 30;

/** Whether the server is still finding out how many would belong. */
export function isBeingCounted({ available, size }: ReadySegment): boolean {
  return available && size === null;
}

/** The ready segments, each with whether the workspace's data can carry it. */
export function libraryQuery(workspace: string) {
  return queryOptions({
    queryKey: [workspace, 'segments', 'library'],
    queryFn: ({ signal }) => body(api(workspace).GET('/api/segments/library', { signal })),
    refetchInterval: ({ state }) => (state.data?.items.some(isBeingCounted) && state.dataUpdateCount <= looks ? countingIntervalMs : false),
  });
}
