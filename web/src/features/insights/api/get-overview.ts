import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import { api, body } from '@/lib/api/client';
import type { Body, Query } from '@/lib/api/types';

export type Overview = Body<'/api/insights/overview'>;
export type OverviewFilter = Query<'/api/insights/overview'>;

export function overviewQuery(workspace: string, filter: OverviewFilter) {
  return queryOptions({
    queryKey: [workspace, 'insights', 'overview', filter],
    queryFn: ({ signal }) => body(api(workspace).GET('/api/insights/overview', { params: { query: filter }, signal })),
    placeholderData: keepPreviousData,
  });
}
