import { useQuery } from '@tanstack/react-query';
import { AnchorLink } from '@/components/links';
import { Page } from '@/components/page';
import { Panel } from '@/components/panel';
import { QueryView } from '@/components/query-view';
import { StateMessage } from '@/components/state-message';
import { LineSkeleton } from '@/components/tile-skeleton';
import { erasuresQuery } from '@/features/privacy/api/erasures';
import { ErasureList } from '@/features/privacy/components/erasure-list';
import { useWorkspace } from '@/lib/workspace/workspace-context';

export function ErasuresRoute() {
  const { key: workspace } = useWorkspace();
  const erasures = useQuery(erasuresQuery(workspace));
  return (
    <Page
      title="Erased customers"
      eyebrow={
        <AnchorLink to="/w/$workspace/settings" params={{ workspace }}>
          Settings
        </AnchorLink>
      }
      lead="Who was erased, how far that is, and which backups hold them still. An id here is a hash that names nobody."
    >
      <Panel title="Erasures">
        <QueryView
          query={erasures}
          skeleton={<LineSkeleton lines={5} label="Loading the erasures" />}
          isEmpty={({ items }) => items.length === 0}
          empty={
            <StateMessage mood="empty" title="Nobody was erased">
              A customer is erased on their page, with “Erase”.
            </StateMessage>
          }
        >
          {({ items }) => <ErasureList erasures={items} />}
        </QueryView>
      </Panel>
    </Page>
  );
}
