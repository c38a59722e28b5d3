import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { api, body, done } from '@/lib/api/client';
import type { Body, Item } from '@/lib/api/types';
import { useWorkspace } from '@/lib/workspace/workspace-context';

export type IdentityRules = Body<'/api/identity/rules'>;
export type KindRule = IdentityRules['kinds'][number];
export type IdentityCut = Item<'/api/identity/cuts'>;

const resolvingMs = 1_500;

/** The rules by which identifiers become customers; asked again while what is known is resolved by changed ones. */
export function rulesQuery(workspace: string) {
  return queryOptions({
    queryKey: [workspace, 'identity', 'rules'],
    queryFn: ({ signal }) => body(api(workspace).GET('/api/identity/rules', { signal })),
    refetchInterval: ({ state }) => (state.data?.state === 'resolving' ? resolvingMs : false),
  });
}

/** Which identifiers somebody said are not the same customer's. */
export function cutsQuery(workspace: string) {
  return queryOptions({
    queryKey: [workspace, 'identity', 'cuts'],
    queryFn: ({ signal }) => body(api(workspace).GET('/api/identity/cuts', { signal })),
  });
}

function useForget() {
  const { key: workspace } = useWorkspace();
  const queries = useQueryClient();
  return { workspace, forget: () => Promise.all([queries.invalidateQueries({ queryKey: [workspace, 'identity'] }), queries.invalidateQueries({ queryKey: [workspace, 'profiles'] })]) };
}

/** Changes the rules; everything that is known is resolved by them anew. */
export function useSaveRules() {
  const { workspace, forget } = useForget();
  return useMutation({
    mutationFn: (rules: { kinds: KindRule[] | null; blocked: string[] | null }) => body(api(workspace).PUT('/api/identity/rules', { body: rules })),
    onSuccess: forget,
  });
}

/** Lets identifiers come together again that were kept apart. */
export function useRemoveCut() {
  const { workspace, forget } = useForget();
  return useMutation({ mutationFn: (id: string) => done(api(workspace).DELETE('/api/identity/cuts/{id}', { params: { path: { id } } })), onSuccess: forget });
}
