import { queryOptions } from '@tanstack/react-query';
import { api, body } from '@/lib/api/client';
import type { Item } from '@/lib/api/types';

export type Trait = Item<'/api/profiles/{id}/traits'>;

/** A customer's traits, each with the call that said it last. */
export function traitsQuery(workspace: string, id: string) {
  return queryOptions({
    queryKey: [workspace, 'profiles', 'traits', id],
    queryFn: ({ signal }) => body(api(workspace).GET('/api/profiles/{id}/traits', { params: { path: { id } }, signal })),
  });
}

/** Every value that a trait ever had, the last first. */
export function traitHistoryQuery(workspace: string, id: string, name: string) {
  return queryOptions({
    queryKey: [workspace, 'profiles', 'trait', id, name],
    queryFn: ({ signal }) => body(api(workspace).GET('/api/profiles/{id}/traits/{name}', { params: { path: { id, name } }, signal })),
  });
}
