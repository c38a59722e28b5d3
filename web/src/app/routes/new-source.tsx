import { useState } from 'react';
import { AnchorLink, ButtonLink } from '@/components/links';
import { Page } from '@/components/page';
import { Panel } from '@/components/panel';
import { SecretOnce } from '@/components/secret-once';
import type { SourceWithKey } from '@/features/sources/api/change-source';
import { FirstEvent } from '@/features/sources/components/first-event';
import { NewSourceForm } from '@/features/sources/components/new-source-form';
import { SnippetTabs } from '@/features/sources/components/snippet-tabs';
import { useWorkspace } from '@/lib/workspace/workspace-context';

export function NewSourceRoute() {
  const { key: workspace } = useWorkspace();
  const [made, setMade] = useState<SourceWithKey | null>(null);
  const back = (
    <AnchorLink to="/w/$workspace/sources" params={{ workspace }}>
      Sources
    </AnchorLink>
  );
  if (!made) {
    return (
      <Page title="New source" eyebrow={back} lead="One for each thing that sends, so that each can be told apart and switched off.">
        <Panel title="What is it?">
          <NewSourceForm onCreated={setMade} />
        </Panel>
      </Page>
    );
  }
  const { source, writeKey, snippets } = made;
  return (
    <Page
      title={source.name}
      eyebrow={back}
      lead="It is there. Take its key along, and let it send."
      actions={
        <ButtonLink variant="default" to="/w/$workspace/sources/$sourceKey" params={{ workspace, sourceKey: source.key }}>
          Go to the source
        </ButtonLink>
      }
    >
      <SecretOnce name="Write key" secret={writeKey}>
        It stands in the snippets below too. Whoever has it may send calls, and nothing else: a key for a website is no secret.
      </SecretOnce>
      <Panel title="Paste this" description="Segment’s own SDKs, pointed at this server.">
        <SnippetTabs snippets={snippets} kind={source.kind} />
      </Panel>
      <FirstEvent sourceKey={source.key} />
    </Page>
  );
}
