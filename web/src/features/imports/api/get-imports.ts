import { queryOptions } from '@tanstack/react-query';
import { api, body } from '@/lib/api/client';
import type { Body, Item } from '@/lib/api/types';
import { isRunning } from '../import-state';

export type ImportList = Body<'/api/imports'>;
export type ImportJob = Item<'/api/imports'>;

const runningIntervalMs = 1_000;

/** The imports of a workspace, newest first; looked at again while one of them runs. */
export function importsQuery(workspace: string) {
  return queryOptions({
    queryKey: [workspace, 'imports', 'list'],
    queryFn: ({ signal }) => body(api(workspace).GET('/api/imports', { signal })),
    refetchInterval: (query) => (query.state.data?.items.some(({ state }) => isRunning(state)) ? runningIntervalMs : false),
  });
}
