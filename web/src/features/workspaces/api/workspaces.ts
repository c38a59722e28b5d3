import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { api, body } from '@/lib/api/client';
import type { paths } from '@/lib/api/schema';
import type { Item } from '@/lib/api/types';

export type Workspace = Item<'/api/workspaces'>;
export type WorkspaceDetails = Pick<Workspace, 'name' | 'currency' | 'timeZone'>;
type Creation = paths['/api/workspaces']['post']['requestBody']['content']['application/json'];

/** Every workspace that one may open, with its time zone. */
export const workspacesQuery = queryOptions({ queryKey: ['workspaces'], queryFn: ({ signal }) => body(api().GET('/api/workspaces', { signal })) });

/** Makes an empty workspace. */
export function useCreateWorkspace() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (workspace: Creation) => body(api().POST('/api/workspaces', { body: workspace })),
    onSuccess: () => queries.invalidateQueries({ queryKey: workspacesQuery.queryKey }),
  });
}

/** Changes what a workspace is called, its currency and its time zone; what is shown of it is asked for anew. */
export function useChangeWorkspace(key: string) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (details: WorkspaceDetails) => body(api().PATCH('/api/workspaces/{key}', { params: { path: { key } }, body: details })),
    onSuccess: () => Promise.all([queries.invalidateQueries({ queryKey: workspacesQuery.queryKey }), queries.invalidateQueries({ queryKey: [key] })]),
  });
}
