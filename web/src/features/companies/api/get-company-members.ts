import { infiniteQueryOptions } from '@tanstack/react-query';
import { api, body } from '@/lib/api/client';

const pageSize = 25;

/** Who belongs to a company and who did, more of them on demand. */
export function companyMembersQuery(workspace: string, id: string) {
  return infiniteQueryOptions({
    queryKey: [workspace, 'companies', 'members', id],
    queryFn: ({ pageParam, signal }) =>
      body(api(workspace).GET('/api/companies/{id}/members', { params: { path: { id }, query: { limit: pageSize, ...(pageParam ? { cursor: pageParam } : {}) } }, signal })),
    initialPageParam: '',
    getNextPageParam: ({ next }) => next ?? undefined,
  });
}
