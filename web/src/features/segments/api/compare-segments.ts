import { queryOptions } from '@tanstack/react-query';
import { api, body } from '@/lib/api/client';
import type { Body } from '@/lib/api/types';

export type Comparison = Body<'/api/segments/compare'>;

/** Two segments beside each other: who is in both, and what tells their members apart. */
export function comparisonQuery(workspace: string, a: string, b: string) {
  return queryOptions({
    queryKey: [workspace, 'segments', 'compare', a, b],
    queryFn: ({ signal }) => body(api(workspace).GET('/api/segments/compare', { params: { query: { a, b } }, signal })),
  });
}
