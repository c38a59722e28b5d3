import { queryOptions } from '@tanstack/react-query';
import { api, body } from '@/lib/api/client';
import type { Item } from '@/lib/api/types';

export type TraitColumn = Item<'/api/profiles/columns'>;

/** The traits that a list of customers may show, the commonest first. */
export function columnsQuery(workspace: string) {
  return queryOptions({
    queryKey: [workspace, 'profiles', 'columns'],
    queryFn: ({ signal }) => body(api(workspace).GET('/api/profiles/columns', { signal })),
  });
}
