import { Button, Checkbox, Group, MultiSelect, Stack, Switch, TextInput } from '@mantine/core';
import { type SubmitEvent, useState } from 'react';
import { asProblem } from '@/lib/api/problem';
import type { WebhookRequest } from '../api/change-webhook';
import { webhookTypes } from '../types';

interface WebhookFormProps {
  start?: WebhookRequest;
  segments: readonly { key: string; name: string }[];
  action: string;
  busy: boolean;
  error: unknown;
  onSubmit: (webhook: WebhookRequest) => void;
}

const blank: WebhookRequest = { url: '', name: null, segments: null, types: null, backfills: false, enabled: true };

export function WebhookForm({ start = blank, segments, action, busy, error, onSubmit }: WebhookFormProps) {
  const [webhook, setWebhook] = useState<WebhookRequest>(start);
  const change = (part: Partial<WebhookRequest>) => setWebhook({ ...webhook, ...part });
  const types = webhook.types?.length ? webhook.types : webhookTypes.map(({ value }) => value);

  function submit(event: SubmitEvent<HTMLFormElement>) {
    event.preventDefault();
    const name = webhook.name?.trim();
    onSubmit({ ...webhook, url: webhook.url.trim(), name: name === '' ? null : (name ?? null), types });
  }

  return (
    <form onSubmit={submit}>
      <Stack gap="md" maw={560}>
        <TextInput
          label="Address"
          description="Where changes are sent, by POST. It answers with any 2xx status; 410 Gone switches the webhook off."
          placeholder="https://example.com/tessera"
          type="url"
          required
          value={webhook.url}
          error={error ? asProblem(error).message : undefined}
          onChange={(event) => change({ url: event.currentTarget.value })}
        />
        <TextInput label="Name" description="For people; without one, the address’s host." maxLength={100} value={webhook.name ?? ''} onChange={(event) => change({ name: event.currentTarget.value })} />
        <Checkbox.Group label="What is sent" value={types} onChange={(chosen) => change({ types: chosen })}>
          <Stack gap={6} mt={6}>
            {webhookTypes.map(({ value, label }) => (
              <Checkbox key={value} value={value} label={label} disabled={types.length === 1 && types[0] === value} />
            ))}
          </Stack>
        </Checkbox.Group>
        <MultiSelect
          label="Segments"
          description="Without any: all of them, also those made later."
          placeholder={webhook.segments?.length ? undefined : 'All segments'}
          searchable
          clearable
          data={segments.map(({ key, name }) => ({ value: key, label: name }))}
          value={webhook.segments ?? []}
          onChange={(chosen) => change({ segments: chosen })}
        />
        <Switch
          label="Also send what a new or changed definition caused"
          description="Usually not wanted: a new segment of a million would be a million deliveries."
          checked={webhook.backfills}
          onChange={(event) => change({ backfills: event.currentTarget.checked })}
        />
        <Group>
          <Button type="submit" loading={busy} disabled={webhook.url.trim() === ''}>
            {action}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
