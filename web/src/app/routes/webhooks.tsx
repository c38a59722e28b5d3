import { IconPlus } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { ButtonLink } from '@/components/links';
import { Page } from '@/components/page';
import { Panel } from '@/components/panel';
import { QueryView } from '@/components/query-view';
import { StateMessage } from '@/components/state-message';
import { TableSkeleton } from '@/components/tile-skeleton';
import { webhooksQuery } from '@/features/webhooks/api/get-webhooks';
import { WebhooksTable } from '@/features/webhooks/components/webhooks-table';
import { useWorkspace } from '@/lib/workspace/workspace-context';

export function WebhooksRoute() {
  const { key: workspace } = useWorkspace();
  const webhooks = useQuery(webhooksQuery(workspace));
  const make = (
    <ButtonLink leftSection={<IconPlus size={16} aria-hidden="true" />} to="/w/$workspace/new-webhook" params={{ workspace }}>
      New webhook
    </ButtonLink>
  );
  return (
    <Page title="Webhooks" lead="Your systems are told the moment somebody enters or leaves a segment: signed, and tried again for three days." actions={make}>
      <Panel title="All webhooks" flush>
        <QueryView
          query={webhooks}
          skeleton={<TableSkeleton rows={3} label="Loading the webhooks" />}
          isEmpty={({ items }) => items.length === 0}
          empty={
            <StateMessage mood="empty" title="No webhooks yet" actions={make}>
              A webhook is an address of yours. Any client for Standard Webhooks verifies what comes.
            </StateMessage>
          }
        >
          {({ items }) => <WebhooksTable webhooks={items} />}
        </QueryView>
      </Panel>
    </Page>
  );
}
