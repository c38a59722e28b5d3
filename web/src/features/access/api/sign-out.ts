import { useMutation } from '@tanstack/react-query';
import { api, done } from '@/lib/api/client';

export function useSignOut() {
  return useMutation({ mutationFn: () => done(api().DELETE('/api/session')) });
}
