import { useMutation, useQueryClient } from '@tanstack/react-query';
import { api, body } from '@/lib/api/client';
import { useWorkspace } from '@/lib/workspace/workspace-context';

/** Makes a segment what it was in an old version, as a new one. */
export function useRestoreVersion(key: string) {
  const { key: workspace } = useWorkspace();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (version: number) => body(api(workspace).POST('/api/segments/{key}/versions/{version}/restore', { params: { path: { key, version } } })),
    onSuccess: () => queries.invalidateQueries({ queryKey: [workspace, 'segments'] }),
  });
}
