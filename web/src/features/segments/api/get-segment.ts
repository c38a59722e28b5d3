import { queryOptions } from '@tanstack/react-query';
import { api, body } from '@/lib/api/client';
import type { Body } from '@/lib/api/types';

export type SegmentDetail = Body<'/api/segments/{key}'>;

export function segmentQuery(workspace: string, key: string) {
  return queryOptions({
    queryKey: [workspace, 'segments', 'detail', key],
    queryFn: ({ signal }) => body(api(workspace).GET('/api/segments/{key}', { params: { path: { key } }, signal })),
  });
}
