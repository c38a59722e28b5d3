import { queryOptions } from '@tanstack/react-query';
import { api, body } from '@/lib/api/client';
import type { Body } from '@/lib/api/types';

export type Company = Body<'/api/companies/{id}'>;

export function companyQuery(workspace: string, id: string) {
  return queryOptions({
    queryKey: [workspace, 'companies', 'detail', id],
    queryFn: ({ signal }) => body(api(workspace).GET('/api/companies/{id}', { params: { path: { id } }, signal })),
  });
}
