import { useMutation, useQueryClient } from '@tanstack/react-query';
import { api, body } from '@/lib/api/client';
import { useWorkspace } from '@/lib/workspace/workspace-context';

export interface SegmentText {
  name: string;
  description: string;
  definition: string;
}

/** Makes a segment. Everything that is known of segments is asked again. */
export function useCreateSegment() {
  const { key: workspace } = useWorkspace();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (segment: SegmentText & { key: string }) => body(api(workspace).POST('/api/segments', { body: segment })),
    onSuccess: () => queries.invalidateQueries({ queryKey: [workspace, 'segments'] }),
  });
}

/** Changes a segment, unless somebody else did since the version that the change is based on. */
export function useChangeSegment(key: string) {
  const { key: workspace } = useWorkspace();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (change: SegmentText & { version?: number }) => body(api(workspace).PUT('/api/segments/{key}', { params: { path: { key } }, body: change })),
    onSuccess: () => queries.invalidateQueries({ queryKey: [workspace, 'segments'] }),
  });
}
