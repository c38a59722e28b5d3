import { queryOptions } from '@tanstack/react-query';
import { api, body } from '@/lib/api/client';
import type { Body } from '@/lib/api/types';

export type Snippets = Body<'/api/sources/{key}/snippets'>;

/** What to paste so that a source sends, with a placeholder for its key. */
export function snippetsQuery(workspace: string, key: string) {
  return queryOptions({
    queryKey: [workspace, 'sources', 'snippets', key],
    queryFn: ({ signal }) => body(api(workspace).GET('/api/sources/{key}/snippets', { params: { path: { key } }, signal })),
  });
}
