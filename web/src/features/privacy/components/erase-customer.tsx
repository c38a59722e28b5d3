import { Button } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconEraser } from '@tabler/icons-react';
import { useNavigate } from '@tanstack/react-router';
import { ConfirmDialog } from '@/components/confirm-dialog';
import { useWorkspace } from '@/lib/workspace/workspace-context';
import { useErase } from '../api/erasures';

/** Erases a customer, after their name was typed; then leads to how far that is. */
export function EraseCustomer({ profileId, name }: { profileId: string; name: string }) {
  const { key: workspace } = useWorkspace();
  const navigate = useNavigate();
  const [asking, ask] = useDisclosure(false);
  const erasure = useErase(profileId);
  return (
    <>
      <Button variant="default" leftSection={<IconEraser size={16} aria-hidden="true" />} onClick={ask.open}>
        Erase
      </Button>
      <ConfirmDialog
        opened={asking}
        harmful
        title={`Erase ${name}?`}
        action="Erase for good"
        keepWord="Keep"
        typed={name}
        busy={erasure.isPending}
        error={erasure.error}
        onClose={ask.close}
        onConfirm={() => erasure.mutate(undefined, { onSuccess: () => void navigate({ to: '/w/$workspace/erasures', params: { workspace } }) })}
      >
        All they did and all that is known of them goes, under every identifier: from the log, from what the pipeline knows, from the engine and its files, and from deliveries. It cannot be undone. Backups that were made before still hold them, and are named.
      </ConfirmDialog>
    </>
  );
}
