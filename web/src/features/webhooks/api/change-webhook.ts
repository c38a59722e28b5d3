import { useMutation, useQueryClient } from '@tanstack/react-query';
import { api, body, done } from '@/lib/api/client';
import type { paths } from '@/lib/api/schema';
import { useWorkspace } from '@/lib/workspace/workspace-context';

export type WebhookRequest = paths['/api/webhooks']['post']['requestBody']['content']['application/json'];
export type WebhookWithSecret = paths['/api/webhooks']['post']['responses'][201]['content']['application/json'];
export type Trial = paths['/api/webhooks/{id}/test']['post']['responses'][200]['content']['application/json'];

function useForget() {
  const { key: workspace } = useWorkspace();
  const queries = useQueryClient();
  return { workspace, forget: () => queries.invalidateQueries({ queryKey: [workspace, 'webhooks'] }) };
}

/** Makes a webhook; its secret is in the answer, and nowhere else. */
export function useCreateWebhook() {
  const { workspace, forget } = useForget();
  return useMutation({ mutationFn: (webhook: WebhookRequest) => body(api(workspace).POST('/api/webhooks', { body: webhook })), onSuccess: forget });
}

/** Changes a webhook as a whole; one that was switched off by itself is switched on again. */
export function useChangeWebhook(id: string) {
  const { workspace, forget } = useForget();
  return useMutation({
    mutationFn: (webhook: WebhookRequest) => body(api(workspace).PUT('/api/webhooks/{id}', { params: { path: { id } }, body: webhook })),
    onSuccess: forget,
  });
}

/** Gives a webhook another secret; for a day deliveries are signed with both. */
export function useRotateSecret(id: string) {
  const { workspace, forget } = useForget();
  return useMutation({ mutationFn: () => body(api(workspace).POST('/api/webhooks/{id}/rotate', { params: { path: { id } } })), onSuccess: forget });
}

/** Sends a trial now. */
export function useTryWebhook(id: string) {
  const { workspace } = useForget();
  return useMutation({ mutationFn: () => body(api(workspace).POST('/api/webhooks/{id}/test', { params: { path: { id } } })) });
}

/** Sends one delivery again, or all that were given up. */
export function useReplay(id: string) {
  const { workspace, forget } = useForget();
  return useMutation({
    mutationFn: async (delivery: string | null) => {
      if (delivery === null) return (await body(api(workspace).POST('/api/webhooks/{id}/replay', { params: { path: { id } } }))).count;
      await done(api(workspace).POST('/api/webhooks/{id}/deliveries/{delivery}/replay', { params: { path: { id, delivery } } }));
      return 1;
    },
    onSuccess: forget,
  });
}

export function useDeleteWebhook(id: string) {
  const { key: workspace } = useWorkspace();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: () => done(api(workspace).DELETE('/api/webhooks/{id}', { params: { path: { id } } })),
    onSuccess: () => queries.invalidateQueries({ queryKey: [workspace, 'webhooks', 'list'] }),
  });
}
