import { useMutation, useQueryClient } from '@tanstack/react-query';
import { api, done } from '@/lib/api/client';

/** By which everybody can tell that somebody is signing out. */
export const signOutKey = ['sign-out'] as const;

/** Signs out, and is under way until the screens are left: what they still ask for is refused, and that is no reason to sign in again. */
export function useSignOut(leave: () => Promise<void>) {
  const queries = useQueryClient();
  return useMutation({
    mutationKey: signOutKey,
    mutationFn: async () => {
      await queries.cancelQueries();
      await done(api().DELETE('/api/session'));
    },
    onSuccess: leave,
  });
}
