import { Button, Group, TextInput } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { asProblem } from '@/lib/api/problem';
import { Dialog } from './dialog';

interface ConfirmDialogProps {
  opened: boolean;
  title: string;
  children: ReactNode;
  /** What the button does, in its own words: "Delete the source". */
  action: string;
  /** What has to be typed before it may be done; for what cannot be undone. */
  typed?: string;
  harmful?: boolean;
  keepWord?: string;
  busy: boolean;
  error?: unknown;
  /** What is shown in the place of the question once it is answered, if anything is. */
  answer?: ReactNode;
  onConfirm: () => void;
  onClose: () => void;
}

/** Asks before something is done. What went wrong is said where it was asked. */
export function ConfirmDialog(props: ConfirmDialogProps) {
  const { opened, title, answer, onClose } = props;
  return (
    <Dialog opened={opened} onClose={onClose} title={title}>
      {answer ?? <Question {...props} />}
    </Dialog>
  );
}

function Question({ children, action, typed, harmful = false, keepWord = 'Cancel', busy, error, onConfirm, onClose }: ConfirmDialogProps) {
  const [text, setText] = useState('');
  const isReady = typed === undefined || text.trim() === typed;
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        if (isReady) onConfirm();
      }}
    >
      <div>{children}</div>
      {typed === undefined ? null : (
        <TextInput mt="md" label={`Type “${typed}” to confirm`} value={text} autoComplete="off" data-autofocus onChange={(event) => setText(event.currentTarget.value)} />
      )}
      {error ? (
        <p role="alert" style={{ marginTop: 'var(--space-3)', color: 'var(--bad)' }}>
          {asProblem(error).message}
        </p>
      ) : null}
      <Group mt="lg" justify="flex-end">
        <Button variant="default" type="button" {...(typed === undefined ? { 'data-autofocus': true } : {})} onClick={onClose}>
          {keepWord}
        </Button>
        <Button type="submit" {...(harmful ? { color: 'red' } : {})} loading={busy} disabled={!isReady}>
          {action}
        </Button>
      </Group>
    </form>
  );
}
