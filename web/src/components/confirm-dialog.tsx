import { Button, Group, Modal, TextInput } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { asProblem } from '@/lib/api/problem';

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
  onConfirm: () => void;
  onClose: () => void;
}

/** Asks before something is done. What went wrong is said where it was asked. */
export function ConfirmDialog(props: ConfirmDialogProps) {
  const { opened, title, onClose } = props;
  return (
    <Modal opened={opened} onClose={onClose} title={title} centered closeButtonProps={{ 'aria-label': 'Close' }}>
      <Question {...props} />
    </Modal>
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
