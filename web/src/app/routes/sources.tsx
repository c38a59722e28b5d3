import { IconPlus } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { ButtonLink } from '@/components/links';
import { Page } from '@/components/page';
import { Panel } from '@/components/panel';
import { QueryView } from '@/components/query-view';
import { StateMessage } from '@/components/state-message';
import { TableSkeleton } from '@/components/tile-skeleton';
import { sourcesQuery } from '@/features/sources/api/get-sources';
import { SourcesTable } from '@/features/sources/components/sources-table';
import { useWorkspace } from '@/lib/workspace/workspace-context';

export function SourcesRoute() {
  const { key: workspace } = useWorkspace();
  const sources = useQuery(sourcesQuery(workspace));
  const make = (
    <ButtonLink leftSection={<IconPlus size={16} aria-hidden="true" />} to="/w/$workspace/new-source" params={{ workspace }}>
      New source
    </ButtonLink>
  );
  return (
    <Page title="Sources" lead="What sends tracking calls: your website, your server, your apps. Each has a write key of its own." actions={make}>
      <Panel title="All sources" flush>
        <QueryView
          query={sources}
          skeleton={<TableSkeleton rows={3} label="Loading the sources" />}
          isEmpty={({ items }) => items.length === 0}
          empty={
            <StateMessage mood="empty" title="No sources yet" actions={make}>
              A source is a write key and a snippet to paste. Segment’s own SDKs work unchanged.
            </StateMessage>
          }
        >
          {({ items }) => <SourcesTable sources={items} />}
        </QueryView>
      </Panel>
    </Page>
  );
}
