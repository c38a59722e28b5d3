import { queryOptions } from '@tanstack/react-query';
import { api, body } from '@/lib/api/client';
import type { Body } from '@/lib/api/types';
import { isRunning } from '../import-state';

export type ImportDetail = Body<'/api/imports/{id}'>;

const runningIntervalMs = 500;

export function importQuery(workspace: string, id: string) {
  return queryOptions({
    queryKey: [workspace, 'imports', 'detail', id],
    queryFn: ({ signal }) => body(api(workspace).GET('/api/imports/{id}', { params: { path: { id } }, signal })),
    refetchInterval: (query) => (query.state.data && isRunning(query.state.data.state) ? runningIntervalMs : false),
  });
}
