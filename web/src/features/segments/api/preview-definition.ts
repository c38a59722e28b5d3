import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import { api, body } from '@/lib/api/client';
import type { Posted } from '@/lib/api/types';

export type Preview = Posted<'/api/segments/preview'>;
export type PreviewMode = 'sampled' | 'exact';

/** Who would belong: at once by a sample, or counted. */
export function previewQuery(workspace: string, definition: string, mode: PreviewMode) {
  return queryOptions({
    queryKey: [workspace, 'segments', 'preview', definition, mode],
    queryFn: ({ signal }) => body(api(workspace).POST('/api/segments/preview', { body: { definition, mode }, signal })),
    placeholderData: keepPreviousData,
  });
}
