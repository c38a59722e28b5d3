import { queryOptions } from '@tanstack/react-query';
import { api, body } from '@/lib/api/client';
import type { Item } from '@/lib/api/types';

export type ReadySegment = Item<'/api/segments/library'>;

/** The ready segments, each with whether the workspace's data can carry it. */
export function libraryQuery(workspace: string) {
  return queryOptions({
    queryKey: [workspace, 'segments', 'library'],
    queryFn: ({ signal }) => body(api(workspace).GET('/api/segments/library', { signal })),
  });
}
