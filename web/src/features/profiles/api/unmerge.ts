import { useMutation, useQueryClient } from '@tanstack/react-query';
import { api, body } from '@/lib/api/client';
import { useWorkspace } from '@/lib/workspace/workspace-context';

interface GivenIdentifier {
  kind: string;
  value: string;
}

/** Takes identifiers out of a profile and keeps them apart for good. All that was known of customers may be another now. */
export function useUnmerge(id: string) {
  const { key: workspace } = useWorkspace();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (identifiers: GivenIdentifier[]) => body(api(workspace).POST('/api/profiles/{id}/unmerge', { params: { path: { id } }, body: { identifiers } })),
    onSuccess: () => Promise.all([queries.invalidateQueries({ queryKey: [workspace, 'profiles'] }), queries.invalidateQueries({ queryKey: [workspace, 'identity'] })]),
  });
}
