import { queryOptions } from '@tanstack/react-query';
import { api, body } from '@/lib/api/client';

/** The other segments that a segment's members are in. */
export function overlapsQuery(workspace: string, key: string) {
  return queryOptions({
    queryKey: [workspace, 'segments', 'overlaps', key],
    queryFn: ({ signal }) => body(api(workspace).GET('/api/segments/{key}/overlaps', { params: { path: { key } }, signal })),
  });
}
