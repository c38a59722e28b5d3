import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { api, body } from '@/lib/api/client';
import type { Item } from '@/lib/api/types';
import { useWorkspace } from '@/lib/workspace/workspace-context';

export type Erasure = Item<'/api/erasures'>;

const runningMs = 1_000;

/** The erasures that were asked for, the latest first; looked at again while one is under way. */
export function erasuresQuery(workspace: string) {
  return queryOptions({
    queryKey: [workspace, 'erasures'],
    queryFn: ({ signal }) => body(api(workspace).GET('/api/erasures', { signal })),
    refetchInterval: ({ state }) => (state.data?.items.some((erasure) => erasure.state !== 'finished') ? runningMs : false),
  });
}

/** Erases a customer. It cannot be undone. */
export function useErase(profileId: string) {
  const { key: workspace } = useWorkspace();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: () => body(api(workspace).DELETE('/api/profiles/{id}', { params: { path: { id: profileId } } })),
    onSuccess: () => Promise.all([queries.invalidateQueries({ queryKey: [workspace, 'erasures'] }), queries.invalidateQueries({ queryKey: [workspace, 'profiles', 'list'] })]),
  });
}
