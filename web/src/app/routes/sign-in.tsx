import { getRouteApi, useRouter } from '@tanstack/react-router';
import { useEffect, useRef } from 'react';
import { useSignIn } from '@/features/access/api/sign-in';
import { codeIn, SignInCard } from '@/features/access/components/sign-in-card';
import { SignInStage } from '@/features/access/components/sign-in-stage';
import { asProblem } from '@/lib/api/problem';

const route = getRouteApi('/sign-in');

export function SignInRoute() {
  const { next } = route.useSearch();
  const router = useRouter();
  const signIn = useSignIn();
  const exchanged = useRef<string>(undefined);

  function exchange(code: string) {
    signIn.mutate(code, {
      onSuccess: () => {
        // Only an address of this app is followed.
        router.history.replace(next?.startsWith('/w/') ? next : '/');
      },
    });
  }

  function exchangeCodeInAddress() {
    const code = codeIn(globalThis.location.hash);
    // A code works once, so it must not be sent twice when React mounts twice, nor stay in the address.
    if (!code || exchanged.current === code) return;
    exchanged.current = code;
    globalThis.history.replaceState(globalThis.history.state, '', globalThis.location.pathname + globalThis.location.search);
    exchange(code);
  }

  useEffect(() => {
    document.title = 'Sign in · Tessera';
    exchangeCodeInAddress();
    // A link opened where this page is already shown changes nothing but the part behind the #, and loads nothing.
    globalThis.addEventListener('hashchange', exchangeCodeInAddress);
    return () => {
      globalThis.removeEventListener('hashchange', exchangeCodeInAddress);
    };
  });

  return (
    <SignInStage>
      <SignInCard pending={signIn.isPending || signIn.isSuccess} problem={signIn.isError ? asProblem(signIn.error) : null} onCode={exchange} />
    </SignInStage>
  );
}
