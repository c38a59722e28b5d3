import { queryOptions } from '@tanstack/react-query';
import { api, body } from '@/lib/api/client';
import type { Item } from '@/lib/api/types';

export type Refusal = Item<'/api/rejected-events/reasons'>;

/** Why calls were kept aside in the last 30 days, how often and when last, for each source. */
export function refusalsQuery(workspace: string) {
  return queryOptions({
    queryKey: [workspace, 'sources', 'refusals'],
    queryFn: ({ signal }) => body(api(workspace).GET('/api/rejected-events/reasons', { signal })),
    // What was kept aside is written down a moment later.
    refetchInterval: 5_000,
  });
}
