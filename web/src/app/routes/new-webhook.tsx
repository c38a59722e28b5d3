import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { AnchorLink, ButtonLink } from '@/components/links';
import { Page } from '@/components/page';
import { Panel } from '@/components/panel';
import { QueryView } from '@/components/query-view';
import { SecretOnce } from '@/components/secret-once';
import { LineSkeleton } from '@/components/tile-skeleton';
import { allSegmentsQuery } from '@/features/segments/api/get-segments';
import { useCreateWebhook, type WebhookWithSecret } from '@/features/webhooks/api/change-webhook';
import { WebhookForm } from '@/features/webhooks/components/webhook-form';
import { useWorkspace } from '@/lib/workspace/workspace-context';

export function NewWebhookRoute() {
  const { key: workspace } = useWorkspace();
  const segments = useQuery(allSegmentsQuery(workspace));
  const creation = useCreateWebhook();
  const [made, setMade] = useState<WebhookWithSecret | null>(null);
  const back = (
    <AnchorLink to="/w/$workspace/webhooks" params={{ workspace }}>
      Webhooks
    </AnchorLink>
  );
  if (!made) {
    return (
      <Page title="New webhook" eyebrow={back}>
        <Panel title="Whom to tell, and of what">
          <QueryView query={segments} skeleton={<LineSkeleton lines={14} label="Loading the segments" />}>
            {({ items }) => <WebhookForm segments={items} action="Create the webhook" busy={creation.isPending} error={creation.error} onSubmit={(webhook) => creation.mutate(webhook, { onSuccess: setMade })} />}
          </QueryView>
        </Panel>
      </Page>
    );
  }
  return (
    <Page title={made.webhook.name} eyebrow={back} lead="It is there. Give its secret to the receiver, then send a trial.">
      <SecretOnce name="Secret" secret={made.secret}>
        With it the receiver verifies that deliveries come from here: hand it to any client for Standard Webhooks, as it stands.
      </SecretOnce>
      <div>
        <ButtonLink to="/w/$workspace/webhooks/$webhookId" params={{ workspace, webhookId: made.webhook.id }}>
          Go to the webhook
        </ButtonLink>
      </div>
    </Page>
  );
}
