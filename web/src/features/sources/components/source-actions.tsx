import { Button, Menu } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconKey, IconPencil, IconTrash } from '@tabler/icons-react';
import { MoreMenu } from '@/components/more-menu';
import { SwitchItem } from '@/components/switch-item';
import { notifyDone, notifyProblem } from '@/lib/notify';
import { type SourceWithKey, useChangeSource, useRotateKey } from '../api/change-source';
import type { Source } from '../api/get-sources';
import { ConfirmDialog } from '@/components/confirm-dialog';
import { DeleteSource } from './delete-source';
import { RenameSource } from './rename-source';

interface SourceActionsProps {
  source: Source;
  onRotated: (made: SourceWithKey) => void;
}

/** What can be done with a source. */
export function SourceActions({ source, onRotated }: SourceActionsProps) {
  const { key, name, enabled } = source;
  const [renaming, rename] = useDisclosure(false);
  const [rotating, rotate] = useDisclosure(false);
  const [deleting, remove] = useDisclosure(false);
  const change = useChangeSource(key);
  const rotation = useRotateKey(key);

  function toggle() {
    change.mutate(
      { enabled: !enabled },
      {
        onSuccess: () => notifyDone(enabled ? 'Switched off' : 'Switched on', enabled ? `Calls of ${name} are refused within ten seconds.` : `Calls of ${name} are taken again within ten seconds.`),
        onError: notifyProblem,
      },
    );
  }

  return (
    <>
      <Button variant="default" leftSection={<IconKey size={16} aria-hidden="true" />} onClick={rotate.open}>
        New write key
      </Button>
      <MoreMenu label={`More for ${name}`}>
        <Menu.Item leftSection={<IconPencil size={16} aria-hidden="true" />} onClick={rename.open}>
          Rename
        </Menu.Item>
        <SwitchItem isOn={enabled} onSwitch={toggle} />
        <Menu.Divider />
        <Menu.Item c="var(--bad)" leftSection={<IconTrash size={16} aria-hidden="true" />} onClick={remove.open}>
          Delete
        </Menu.Item>
      </MoreMenu>
      {renaming ? <RenameSource source={source} onClose={rename.close} /> : null}
      <ConfirmDialog
        opened={rotating}
        title={`A new write key for ${name}?`}
        action="Make a new key"
        busy={rotation.isPending}
        error={rotation.error}
        onClose={rotate.close}
        onConfirm={() =>
          rotation.mutate(undefined, {
            onSuccess: (made) => {
              rotate.close();
              onRotated(made);
            },
          })
        }
      >
        The key it has now is good for 24 hours more, so that what sends can be changed over without losing a call.
      </ConfirmDialog>
      {deleting ? <DeleteSource source={source} onClose={remove.close} /> : null}
    </>
  );
}
