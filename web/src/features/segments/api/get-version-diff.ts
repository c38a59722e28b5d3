import { queryOptions } from '@tanstack/react-query';
import { api, body } from '@/lib/api/client';

/** What changed from one version of a segment to another. */
export function versionDiffQuery(workspace: string, key: string, version: number, to: number) {
  return queryOptions({
    queryKey: [workspace, 'segments', 'diff', key, version, to],
    queryFn: ({ signal }) => body(api(workspace).GET('/api/segments/{key}/versions/{version}/diff', { params: { path: { key, version }, query: { to } }, signal })),
    staleTime: Infinity,
  });
}
