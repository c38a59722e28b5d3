import { useMutation, useQueryClient } from '@tanstack/react-query';
import { api, done } from '@/lib/api/client';

export function useSignOut() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: () => done(api().DELETE('/api/session')),
    onSuccess: () => {
      queries.clear();
    },
  });
}
