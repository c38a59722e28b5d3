import { useQuery } from '@tanstack/react-query';
import { AnchorLink } from '@/components/links';
import { Page } from '@/components/page';
import { Panel } from '@/components/panel';
import { QueryView } from '@/components/query-view';
import { LineSkeleton } from '@/components/tile-skeleton';
import { systemQuery } from '@/features/hosting/api/get-system';
import { SystemFacts } from '@/features/hosting/components/system-facts';
import { useWorkspace } from '@/lib/workspace/workspace-context';

export function SystemRoute() {
  const { key: workspace } = useWorkspace();
  const system = useQuery(systemQuery);
  return (
    <Page
      title="System"
      lead="What runs here, and where its data lies."
      eyebrow={
        <AnchorLink to="/w/$workspace/settings" params={{ workspace }}>
          Settings
        </AnchorLink>
      }
    >
      <Panel title="This installation">
        <QueryView query={system} skeleton={<LineSkeleton lines={6} label="Loading the system’s state" />}>
          {(facts) => <SystemFacts facts={facts} />}
        </QueryView>
      </Panel>
    </Page>
  );
}
