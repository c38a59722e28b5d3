import { queryOptions } from '@tanstack/react-query';
import { api, body } from '@/lib/api/client';

const waitingMs = 1_500;

/** One source; looked at again and again until its first call is there. */
export function sourceQuery(workspace: string, key: string) {
  return queryOptions({
    queryKey: [workspace, 'sources', 'detail', key],
    queryFn: ({ signal }) => body(api(workspace).GET('/api/sources/{key}', { params: { path: { key } }, signal })),
    refetchInterval: (query) => (query.state.data?.lastReceivedAt === null ? waitingMs : false),
  });
}
