import { queryOptions } from '@tanstack/react-query';
import { api, body } from '@/lib/api/client';
import type { Body } from '@/lib/api/types';

export type SystemInformation = Body<'/api/system'>;

const calmIntervalMs = 15_000;
const restartingIntervalMs = 2_000;

/** The state of the server and its engine, looked at more often while the engine is away. */
export const systemQuery = queryOptions({
  queryKey: ['system'],
  queryFn: () => body(api().GET('/api/system')),
  refetchInterval: (query) => (query.state.data?.engine.state === 'ready' ? calmIntervalMs : restartingIntervalMs),
  retry: false,
});
