import { QueryClient } from '@tanstack/react-query';
import { asProblem } from './problem';

const transientRetries = 3;

export function createQueryClient(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      queries: {
        staleTime: 30_000,
        refetchOnWindowFocus: false,
        // Only what can heal by itself is retried; a refusal or a missing page is shown at once.
        retry: (failures, error) => asProblem(error).isTransient && failures < transientRetries,
        retryDelay: (failures) => Math.min(500 * 2 ** failures, 4_000),
      },
      mutations: { retry: false },
    },
  });
}
