import { queryOptions } from '@tanstack/react-query';
import { api, body } from '@/lib/api/client';
import type { Body } from '@/lib/api/types';

export type Merges = Body<'/api/profiles/{id}/merges'>;
export type Merge = Merges['items'][number];

/** How a profile came to be: which calls joined its identifiers, and which could not. */
export function mergesQuery(workspace: string, id: string) {
  return queryOptions({
    queryKey: [workspace, 'profiles', 'merges', id],
    queryFn: ({ signal }) => body(api(workspace).GET('/api/profiles/{id}/merges', { params: { path: { id } }, signal })),
  });
}
