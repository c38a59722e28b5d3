import { Tabs } from '@mantine/core';
import { getRouteApi } from '@tanstack/react-router';
import { ButtonLink } from '@/components/links';
import { Page } from '@/components/page';
import { LiveCallsPanel } from '@/features/tracking/components/live-calls';
import { RejectedCalls } from '@/features/tracking/components/rejected-calls';
import { useWorkspace } from '@/lib/workspace/workspace-context';

const route = getRouteApi('/w/$workspace/live');

export function LiveRoute() {
  const { key: workspace } = useWorkspace();
  const { tab, cursor } = route.useSearch();
  const navigate = route.useNavigate();
  return (
    <Page
      title="Live events"
      lead="What your sources send, as it arrives: accepted or kept aside, and why."
      actions={
        <ButtonLink variant="default" to="/w/$workspace/sources" params={{ workspace }}>
          Sources
        </ButtonLink>
      }
    >
      <Tabs value={tab ?? 'arriving'} keepMounted={false} onChange={(value) => void navigate({ search: value === 'refused' ? { tab: value } : {}, replace: true })}>
        <Tabs.List mb="lg">
          <Tabs.Tab value="arriving">Arriving now</Tabs.Tab>
          <Tabs.Tab value="refused">Kept aside</Tabs.Tab>
        </Tabs.List>
        <Tabs.Panel value="arriving">
          <LiveCallsPanel />
        </Tabs.Panel>
        <Tabs.Panel value="refused">
          <RejectedCalls cursor={cursor} onPage={(next) => void navigate({ search: (before) => ({ ...before, cursor: next }) })} />
        </Tabs.Panel>
      </Tabs>
    </Page>
  );
}
