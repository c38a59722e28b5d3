import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useState } from 'react';
import { Figure } from '@/components/figure';
import { Figures } from '@/components/figures';
import { AnchorLink } from '@/components/links';
import { MissingMessage } from '@/components/missing-message';
import { Page } from '@/components/page';
import { SecretOnce } from '@/components/secret-once';
import { TimeAgo } from '@/components/time-ago';
import { TileSkeleton } from '@/components/tile-skeleton';
import { allSegmentsQuery } from '@/features/segments/api/get-segments';
import { type Trial, useChangeWebhook } from '@/features/webhooks/api/change-webhook';
import { type Webhook, webhookQuery } from '@/features/webhooks/api/get-webhooks';
import { Deliveries } from '@/features/webhooks/components/deliveries';
import { WebhookActions } from '@/features/webhooks/components/webhook-actions';
import { WebhookState } from '@/features/webhooks/components/webhook-state';
import styles from '@/features/webhooks/components/webhooks.module.css';
import { formatCount, formatDecimal } from '@/lib/format/numbers';
import { notifyProblem } from '@/lib/notify';
import { useWorkspace } from '@/lib/workspace/workspace-context';

const route = getRouteApi('/w/$workspace/webhooks/$webhookId');

export function WebhookRoute() {
  const { key: workspace } = useWorkspace();
  const { webhookId } = route.useParams();
  const { state, cursor } = route.useSearch();
  const navigate = route.useNavigate();
  const webhook = useQuery(webhookQuery(workspace, webhookId));
  const segments = useQuery(allSegmentsQuery(workspace)).data?.items ?? [];
  const [secret, setSecret] = useState<string | null>(null);
  const [trial, setTrial] = useState<Trial | null>(null);
  const back = (
    <AnchorLink to="/w/$workspace/webhooks" params={{ workspace }}>
      Webhooks
    </AnchorLink>
  );
  if (!webhook.data) {
    return (
      <Page title="Webhook" eyebrow={back}>
        {webhook.isError ? <MissingMessage error={webhook.error} onRetry={() => void webhook.refetch()} title="There is no such webhook" text="It was deleted, or the address is wrong." list="/w/$workspace/webhooks" listName="All webhooks" /> : <TileSkeleton tiles={120} label="Loading the webhook" />}
      </Page>
    );
  }
  const { name, url } = webhook.data;
  return (
    <Page title={name} eyebrow={back} lead={url} actions={<WebhookActions webhook={webhook.data} segments={segments} onSecret={setSecret} onTried={setTrial} />}>
      {secret ? (
        <SecretOnce name="Secret" secret={secret}>
          For 24 hours deliveries are signed with the one before too.
        </SecretOnce>
      ) : null}
      {trial ? <TrialResult trial={trial} /> : null}
      {webhook.data.disabledWhy ? <SwitchedOff webhook={webhook.data} why={webhook.data.disabledWhy} /> : null}
      <Standing webhook={webhook.data} />
      <Deliveries
        webhook={webhook.data}
        state={state}
        cursor={cursor}
        onState={(chosen) => void navigate({ search: { state: chosen }, replace: true, resetScroll: false })}
        onPage={(next) => void navigate({ search: (before) => ({ ...before, cursor: next }) })}
      />
    </Page>
  );
}

function Standing({ webhook }: { webhook: Webhook }) {
  const { pending, delivered, dead, failures, retryAt, segments } = webhook;
  return (
    <Figures>
      <Figure label="Waiting" value={formatCount(pending)} note={failures > 0 && retryAt ? <>asked again <TimeAgo time={retryAt} /></> : <WebhookState webhook={webhook} />} />
      <Figure label="Delivered" value={formatCount(delivered)} note="in the last three days" />
      <Figure label="Given up" value={formatCount(dead)} note="can be sent again for 30 days" />
      <Figure label="Segments" value={segments.length === 0 ? 'All' : formatCount(segments.length)} note={segments.length === 0 ? 'also those made later' : segments.join(', ')} />
    </Figures>
  );
}

function TrialResult({ trial: { delivered, status, answer, milliseconds } }: { trial: Trial }) {
  const time = `in ${formatDecimal(milliseconds, 0)} ms`;
  return (
    <p className={styles.trial} data-failed={!delivered} role="status">
      {delivered ? `The receiver took the trial, with status ${String(status)}, ${time}.` : `The trial was not taken, ${time}: ${answer ?? 'there was no answer'}`}
    </p>
  );
}

function SwitchedOff({ webhook, why }: { webhook: Webhook; why: string }) {
  const { id, url, name, segments, types, backfills } = webhook;
  const change = useChangeWebhook(id);
  return (
    <div className={styles.banner} role="alert">
      <p>
        <b>Switched off by itself.</b> {why}
      </p>
      <Button variant="default" size="xs" loading={change.isPending} onClick={() => change.mutate({ url, name, segments, types, backfills, enabled: true }, { onError: notifyProblem })}>
        Switch it on again
      </Button>
    </div>
  );
}
