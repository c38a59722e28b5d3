import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import { api, body } from '@/lib/api/client';
import type { Body, Item } from '@/lib/api/types';

export type CompanyList = Body<'/api/companies'>;
export type CompanySummary = Item<'/api/companies'>;

const pageSize = 25;

/** Companies by name, one page of them. The page before stays on screen while the next one comes. */
export function companiesQuery(workspace: string, { search, cursor }: { search?: string | undefined; cursor?: string | undefined }) {
  return queryOptions({
    queryKey: [workspace, 'companies', 'list', search ?? '', cursor ?? ''],
    queryFn: ({ signal }) =>
      body(api(workspace).GET('/api/companies', { params: { query: { limit: pageSize, ...(search ? { search } : {}), ...(cursor ? { cursor } : {}) } }, signal })),
    placeholderData: keepPreviousData,
  });
}
