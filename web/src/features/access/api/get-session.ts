import { queryOptions } from '@tanstack/react-query';
import { api, body } from '@/lib/api/client';
import { Problem } from '@/lib/api/problem';
import type { Body } from '@/lib/api/types';

export type Session = Body<'/api/session'>;

async function getSession(): Promise<Session | null> {
  try {
    const session = await body(api().GET('/api/session'));
    return session.signedIn ? session : null;
  } catch (error) {
    if (error instanceof Problem && error.status === 401) return null;
    throw error;
  }
}

/** Who is signed in; null when nobody is. */
export const sessionQuery = queryOptions({ queryKey: ['session'], queryFn: getSession, staleTime: Infinity });
