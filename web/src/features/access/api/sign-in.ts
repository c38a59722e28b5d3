import { useMutation, useQueryClient } from '@tanstack/react-query';
import { api, body } from '@/lib/api/client';
import { sessionQuery } from './get-session';

/** Exchanges the one-time code of a printed link for a session cookie. */
export function useSignIn() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (code: string) => body(api().POST('/api/session', { body: { code } })),
    // What the exchange answers is not relied upon: only a session that can be read again counts.
    onSuccess: () => queries.query({ ...sessionQuery, staleTime: 0 }),
  });
}
