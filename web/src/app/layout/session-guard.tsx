import { useQueryClient } from '@tanstack/react-query';
import { useRouter } from '@tanstack/react-router';
import { useEffect } from 'react';
import { sessionQuery } from '@/features/access/api/get-session';
import { signOutKey } from '@/features/access/api/sign-out';
import { Problem } from '@/lib/api/problem';

/** Leads to the sign-in page as soon as any request is answered with "not signed in", unless that is what was wanted. */
export function SessionGuard() {
  const queries = useQueryClient();
  const router = useRouter();

  useEffect(
    () =>
      queries.getQueryCache().subscribe((event) => {
        if (event.type !== 'updated' || event.action.type !== 'error') return;
        const error: unknown = event.action.error;
        if (!(error instanceof Problem) || error.status !== 401 || queries.isMutating({ mutationKey: signOutKey }) > 0) return;
        queries.setQueryData(sessionQuery.queryKey, null);
        void router.navigate({ to: '/sign-in', search: { next: router.state.location.href }, replace: true });
      }),
    [queries, router],
  );

  return null;
}
