import { queryOptions } from '@tanstack/react-query';
import { api, body } from '@/lib/api/client';
import type { Body } from '@/lib/api/types';

export type Profile = Body<'/api/profiles/{id}'>;

export function profileQuery(workspace: string, id: string) {
  return queryOptions({
    queryKey: [workspace, 'profiles', 'detail', id],
    queryFn: ({ signal }) => body(api(workspace).GET('/api/profiles/{id}', { params: { path: { id } }, signal })),
  });
}
