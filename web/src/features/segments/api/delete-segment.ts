import { useMutation, useQueryClient } from '@tanstack/react-query';
import { api, done } from '@/lib/api/client';
import { asProblem } from '@/lib/api/problem';
import { useWorkspace } from '@/lib/workspace/workspace-context';

/** Deletes a segment that no other refers to. */
export function useDeleteSegment(key: string) {
  const { key: workspace } = useWorkspace();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: () => done(api(workspace).DELETE('/api/segments/{key}', { params: { path: { key } } })),
    onSuccess: () => queries.invalidateQueries({ queryKey: [workspace, 'segments', 'list'] }),
  });
}

/** The keys of the segments that stand in the way of a deletion. */
export function dependantsOf(error: unknown): string[] {
  const { members } = asProblem(error);
  return Array.isArray(members.dependants) ? members.dependants.map(String) : [];
}
