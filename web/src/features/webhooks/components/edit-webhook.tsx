import { Dialog } from '@/components/dialog';
import { notifyDone } from '@/lib/notify';
import { useChangeWebhook } from '../api/change-webhook';
import type { Webhook } from '../api/get-webhooks';
import { WebhookForm } from './webhook-form';

interface EditWebhookProps {
  webhook: Webhook;
  segments: readonly { key: string; name: string }[];
  onClose: () => void;
}

export function EditWebhook({ webhook, segments, onClose }: EditWebhookProps) {
  const change = useChangeWebhook(webhook.id);
  const { url, name, types, backfills, enabled } = webhook;
  return (
    <Dialog opened size="lg" onClose={onClose} title={`Change ${name}`}>
      <WebhookForm
        start={{ url, name, segments: webhook.segments, types, backfills, enabled }}
        segments={segments}
        action="Save"
        busy={change.isPending}
        error={change.error}
        onSubmit={(changed) =>
          change.mutate(changed, {
            onSuccess: () => {
              notifyDone('Saved', 'What changes from now on is sent so.');
              onClose();
            },
          })
        }
      />
    </Dialog>
  );
}
