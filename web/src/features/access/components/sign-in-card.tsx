import { Button, Loader, TextInput } from '@mantine/core';
import { type SyntheticEvent, useState } from 'react';
import type { Problem } from '@/lib/api/problem';
import styles from './sign-in-card.module.css';

interface SignInCardProps {
  pending: boolean;
  problem: Problem | null;
  onCode: (code: string) => void;
}

/** The code in what was pasted: a whole link or the code alone. */
export function codeIn(pasted: string): string {
  const text = pasted.trim();
  const hash = text.lastIndexOf('#');
  return hash < 0 ? text : text.slice(hash + 1);
}

function isSpent(problem: Problem): boolean {
  return problem.status === 400 || problem.status === 401 || problem.status === 404 || problem.status === 410;
}

/** Signs in with the printed link, and says what to do when that link is used up. */
export function SignInCard({ pending, problem, onCode }: SignInCardProps) {
  const [pasted, setPasted] = useState('');

  function submit(event: SyntheticEvent) {
    event.preventDefault();
    const code = codeIn(pasted);
    if (code) onCode(code);
  }

  if (pending) {
    return (
      <div role="status">
        <h1>Signing you in</h1>
        <Loader type="dots" mt="md" aria-hidden="true" />
      </div>
    );
  }
  return (
    <>
      <h1>{problem ? 'That link did not work' : 'Sign in'}</h1>
      {problem ? (
        <div className={styles.problem} role="alert">
          {isSpent(problem) ? 'A sign-in link works once and only for a short while; this one is used or expired.' : problem.message}
        </div>
      ) : null}
      <p className={styles.text}>
        Open the link that Tessera printed when it started. For a new one, run <code className={styles.command}>./tessera link</code> on the
        machine where Tessera runs.
      </p>
      <form className={styles.form} onSubmit={submit}>
        <TextInput
          label="Sign-in link or code"
          placeholder="Paste it here"
          autoComplete="off"
          spellCheck={false}
          value={pasted}
          onChange={(event) => {
            setPasted(event.currentTarget.value);
          }}
        />
        <Button type="submit" disabled={codeIn(pasted).length === 0}>
          Sign in
        </Button>
      </form>
    </>
  );
}
