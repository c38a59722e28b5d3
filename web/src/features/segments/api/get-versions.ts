import { queryOptions } from '@tanstack/react-query';
import { api, body } from '@/lib/api/client';
import type { Item } from '@/lib/api/types';

export type SegmentVersion = Item<'/api/segments/{key}/versions'>;

/** Everything a segment ever was, the latest first. */
export function versionsQuery(workspace: string, key: string) {
  return queryOptions({
    queryKey: [workspace, 'segments', 'versions', key],
    queryFn: ({ signal }) => body(api(workspace).GET('/api/segments/{key}/versions', { params: { path: { key } }, signal })),
  });
}
