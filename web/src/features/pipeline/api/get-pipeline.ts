import { queryOptions } from '@tanstack/react-query';
import { api, body } from '@/lib/api/client';
import type { Body } from '@/lib/api/types';

export type Pipeline = Body<'/api/pipeline'>;
export type Stage = Pipeline['stages'][number];

const watchedMs = 1_000;

/** How the pipeline is doing, looked at every second while it is on screen. */
export function pipelineQuery(workspace: string) {
  return queryOptions({
    queryKey: [workspace, 'pipeline'],
    queryFn: ({ signal }) => body(api(workspace).GET('/api/pipeline', { signal })),
    refetchInterval: watchedMs,
    staleTime: 0,
  });
}
