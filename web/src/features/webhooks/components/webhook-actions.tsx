import { Button, Menu } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconKey, IconPencil, IconSend, IconTrash } from '@tabler/icons-react';
import { useNavigate } from '@tanstack/react-router';
import { ConfirmDialog } from '@/components/confirm-dialog';
import { MoreMenu } from '@/components/more-menu';
import { SwitchItem } from '@/components/switch-item';
import { notifyDone, notifyProblem } from '@/lib/notify';
import { useWorkspace } from '@/lib/workspace/workspace-context';
import { type Trial, useChangeWebhook, useDeleteWebhook, useRotateSecret, useTryWebhook } from '../api/change-webhook';
import type { Webhook } from '../api/get-webhooks';
import { EditWebhook } from './edit-webhook';

interface WebhookActionsProps {
  webhook: Webhook;
  segments: readonly { key: string; name: string }[];
  onSecret: (secret: string) => void;
  onTried: (trial: Trial) => void;
}

/** What can be done with a webhook. */
export function WebhookActions({ webhook, segments, onSecret, onTried }: WebhookActionsProps) {
  const { id, name, enabled } = webhook;
  const [editing, edit] = useDisclosure(false);
  const [rotating, rotate] = useDisclosure(false);
  const [deleting, remove] = useDisclosure(false);
  const trial = useTryWebhook(id);
  return (
    <>
      <Button variant="default" loading={trial.isPending} leftSection={<IconSend size={16} aria-hidden="true" />} onClick={() => trial.mutate(undefined, { onSuccess: onTried, onError: notifyProblem })}>
        Send a trial
      </Button>
      <MoreMenu label={`More for ${name}`}>
        <Menu.Item leftSection={<IconPencil size={16} aria-hidden="true" />} onClick={edit.open}>
          Change
        </Menu.Item>
        <Toggle webhook={webhook} enabled={enabled} />
        <Menu.Item leftSection={<IconKey size={16} aria-hidden="true" />} onClick={rotate.open}>
          New secret
        </Menu.Item>
        <Menu.Divider />
        <Menu.Item c="var(--bad)" leftSection={<IconTrash size={16} aria-hidden="true" />} onClick={remove.open}>
          Delete
        </Menu.Item>
      </MoreMenu>
      {editing ? <EditWebhook webhook={webhook} segments={segments} onClose={edit.close} /> : null}
      {rotating ? <RotateSecret webhook={webhook} onSecret={onSecret} onClose={rotate.close} /> : null}
      {deleting ? <DeleteWebhook webhook={webhook} onClose={remove.close} /> : null}
    </>
  );
}

function Toggle({ webhook, enabled }: { webhook: Webhook; enabled: boolean }) {
  const { id, url, name, segments, types, backfills } = webhook;
  const change = useChangeWebhook(id);
  return (
    <SwitchItem
      isOn={enabled}
      onSwitch={() =>
        change.mutate(
          { url, name, segments, types, backfills, enabled: !enabled },
          { onSuccess: () => notifyDone(enabled ? 'Switched off' : 'Switched on', enabled ? `Nothing is sent to ${name} any more.` : `What changes from now on is sent to ${name}.`), onError: notifyProblem },
        )
      }
    />
  );
}

function RotateSecret({ webhook: { id, name }, onSecret, onClose }: { webhook: Webhook; onSecret: (secret: string) => void; onClose: () => void }) {
  const rotation = useRotateSecret(id);
  return (
    <ConfirmDialog
      opened
      title={`A new secret for ${name}?`}
      action="Make a new secret"
      busy={rotation.isPending}
      error={rotation.error}
      onClose={onClose}
      onConfirm={() =>
        rotation.mutate(undefined, {
          onSuccess: ({ secret }) => {
            onSecret(secret);
            onClose();
          },
        })
      }
    >
      For 24 hours deliveries are signed with both, so that the receiver can be changed over without losing one.
    </ConfirmDialog>
  );
}

function DeleteWebhook({ webhook: { id, name }, onClose }: { webhook: Webhook; onClose: () => void }) {
  const { key: workspace } = useWorkspace();
  const navigate = useNavigate();
  const deletion = useDeleteWebhook(id);
  return (
    <ConfirmDialog
      opened
      harmful
      title={`Delete ${name}?`}
      action="Delete"
      keepWord="Keep it"
      busy={deletion.isPending}
      error={deletion.error}
      onClose={onClose}
      onConfirm={() => deletion.mutate(undefined, { onSuccess: () => void navigate({ to: '/w/$workspace/webhooks', params: { workspace } }) })}
    >
      Its deliveries go with it, also those that wait.
    </ConfirmDialog>
  );
}
