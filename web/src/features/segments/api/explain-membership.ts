import { queryOptions } from '@tanstack/react-query';
import { api, body } from '@/lib/api/client';
import type { Body } from '@/lib/api/types';

export type Explanation = Body<'/api/segments/{key}/explain/{profileId}'>;
/** One part of the definition as it applies to the customer. */
export type ExplainedPart = NonNullable<Explanation['root']>;
export type SmallestChange = NonNullable<Explanation['smallestChange']>;

export function explanationQuery(workspace: string, key: string, profileId: string) {
  return queryOptions({
    queryKey: [workspace, 'segments', 'explain', key, profileId],
    queryFn: ({ signal }) => body(api(workspace).GET('/api/segments/{key}/explain/{profileId}', { params: { path: { key, profileId } }, signal })),
  });
}
