import { queryOptions } from '@tanstack/react-query';
import { api, body } from '@/lib/api/client';
import { Problem } from '@/lib/api/problem';
import type { Body } from '@/lib/api/types';

export type Profile = Body<'/api/profiles/{id}'>;

const tries = 4;
const againMs = 500;

/** A customer. One whose first call is being watched as it arrives is known a moment after it, so nobody is given up at once. */
export function profileQuery(workspace: string, id: string) {
  return queryOptions({
    queryKey: [workspace, 'profiles', 'detail', id],
    queryFn: ({ signal }) => body(api(workspace).GET('/api/profiles/{id}', { params: { path: { id } }, signal })),
    retry: (failures, error) => error instanceof Problem && (error.status === 404 || error.isTransient) && failures < tries,
    retryDelay: againMs,
  });
}
