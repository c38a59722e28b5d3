import { queryOptions } from '@tanstack/react-query';
import { api, body } from '@/lib/api/client';

const learnedForMs = 5 * 60_000;

/** What the workspace's data can be asked about. */
export function vocabularyQuery(workspace: string) {
  return queryOptions({
    queryKey: [workspace, 'segments', 'vocabulary'],
    queryFn: ({ signal }) => body(api(workspace).GET('/api/segments/vocabulary', { signal })),
    staleTime: learnedForMs,
  });
}
