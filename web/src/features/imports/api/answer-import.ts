import { useMutation, useQueryClient } from '@tanstack/react-query';
import { api, body } from '@/lib/api/client';
import { useWorkspace } from '@/lib/workspace/workspace-context';
import { importQuery } from './get-import';

/** Answers what an import asks; it then goes on by itself. */
export function useAnswerImport(id: string) {
  const { key: workspace } = useWorkspace();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (answers: Record<string, string>) => body(api(workspace).POST('/api/imports/{id}/answers', { params: { path: { id } }, body: { answers } })),
    onSuccess: () => queries.invalidateQueries({ queryKey: importQuery(workspace, id).queryKey }),
  });
}
