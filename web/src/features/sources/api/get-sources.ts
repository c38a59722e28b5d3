import { queryOptions } from '@tanstack/react-query';
import { api, body } from '@/lib/api/client';
import type { Item } from '@/lib/api/types';

export type Source = Item<'/api/sources'>;

export function sourcesQuery(workspace: string) {
  return queryOptions({
    queryKey: [workspace, 'sources', 'list'],
    queryFn: ({ signal }) => body(api(workspace).GET('/api/sources', { signal })),
  });
}
