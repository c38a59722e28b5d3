import { queryOptions, type QueryClient } from '@tanstack/react-query';
import { api, body } from '@/lib/api/client';
import { asProblem } from '@/lib/api/problem';
import type { Body } from '@/lib/api/types';

export type SegmentDetail = Body<'/api/segments/{key}'>;

const computingIntervalMs = 1_000;

/** One segment; asked again while the server is still finding out who belongs. */
export function segmentQuery(workspace: string, key: string) {
  return queryOptions({
    queryKey: [workspace, 'segments', 'detail', key],
    queryFn: ({ signal }) => body(api(workspace).GET('/api/segments/{key}', { params: { path: { key } }, signal })),
    refetchInterval: ({ state }) => (state.data?.state === 'computing' ? computingIntervalMs : false),
  });
}

/** Whether the server says that there is no such segment. */
export async function isMissing(client: QueryClient, workspace: string, key: string): Promise<boolean> {
  try {
    await client.query({ ...segmentQuery(workspace, key), staleTime: 'static' });
    return false;
  } catch (error) {
    return asProblem(error).status === 404;
  }
}
