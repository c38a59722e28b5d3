import { Modal } from '@mantine/core';
import type { ReactNode } from 'react';
import { useFocusReturn } from '@/lib/use-focus-return';

interface DialogProps {
  opened: boolean;
  title: string;
  size?: string;
  children: ReactNode;
  onClose: () => void;
}

/** A question or a form over the page. Closed, it gives the focus back to what opened it. */
export function Dialog({ opened, title, size = 'md', children, onClose }: DialogProps) {
  useFocusReturn(opened);
  return (
    <Modal opened={opened} onClose={onClose} title={title} size={size} centered returnFocus={false}>
      {children}
    </Modal>
  );
}
