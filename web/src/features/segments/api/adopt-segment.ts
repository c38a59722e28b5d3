import { useMutation, useQueryClient } from '@tanstack/react-query';
import { api, body } from '@/lib/api/client';
import { useWorkspace } from '@/lib/workspace/workspace-context';

/** Makes a ready segment one of the workspace's own, with what was chosen instead of what was found. */
export function useAdoptSegment(key: string) {
  const { key: workspace } = useWorkspace();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (parameters: Record<string, string>) => body(api(workspace).POST('/api/segments/library/{key}/adopt', { params: { path: { key } }, body: { parameters } })),
    onSuccess: () => queries.invalidateQueries({ queryKey: [workspace, 'segments'] }),
  });
}
