import { useEffect } from 'react';
import { SignInStage } from '@/features/access/components/sign-in-stage';

export function SignedOutRoute() {
  useEffect(() => {
    document.title = 'Signed out · Tessera';
  }, []);
  return (
    <SignInStage>
      <h1>You are signed out</h1>
      <p>
        To come back, run <code>./tessera link</code> on the machine where Tessera runs and open the link that it prints.
      </p>
    </SignInStage>
  );
}
