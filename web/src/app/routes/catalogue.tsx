import { Tabs, TextInput } from '@mantine/core';
import { IconSearch } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { ButtonLink } from '@/components/links';
import { Page } from '@/components/page';
import { Panel } from '@/components/panel';
import { QueryView } from '@/components/query-view';
import { StateMessage } from '@/components/state-message';
import { TableSkeleton } from '@/components/tile-skeleton';
import { anomaliesQuery, eventsQuery, traitsQuery } from '@/features/catalogue/api/get-catalogue';
import { Anomalies } from '@/features/catalogue/components/anomalies';
import { EventsTable } from '@/features/catalogue/components/events-table';
import { PlanPanel } from '@/features/catalogue/components/plan-panel';
import { ValuesTable } from '@/features/catalogue/components/values-table';
import { ViolationsTable } from '@/features/catalogue/components/violations-table';
import { useWorkspace } from '@/lib/workspace/workspace-context';
import { type CatalogueSearch, catalogueTabs } from '../search-params';

const route = getRouteApi('/w/$workspace/catalogue');
const tabNames = { events: 'Events', traits: 'Traits', plan: 'Tracking plan', violations: 'Violations' } as const;

export function CatalogueRoute() {
  const { tab = 'events', search } = route.useSearch();
  const navigate = route.useNavigate();
  const ask = (part: CatalogueSearch) => void navigate({ search: part, replace: true, resetScroll: false });
  return (
    <Page title="Catalogue" lead="Every event, property and trait that your sources send, and whether it is as planned.">
      <Tabs
        value={tab}
        keepMounted={false}
        onChange={(value) => {
          const chosen = catalogueTabs.find((candidate) => candidate === value);
          ask({ tab: chosen === 'events' ? undefined : chosen });
        }}
      >
        <Tabs.List mb="lg" style={{ flexWrap: 'nowrap', overflowX: 'auto', overflowY: 'hidden' }}>
          {catalogueTabs.map((name) => (
            <Tabs.Tab key={name} value={name}>
              {tabNames[name]}
            </Tabs.Tab>
          ))}
        </Tabs.List>
        <Tabs.Panel value="events">
          <Events search={search ?? ''} onSearch={(text) => ask({ search: text || undefined })} />
        </Tabs.Panel>
        <Tabs.Panel value="traits">
          <Traits />
        </Tabs.Panel>
        <Tabs.Panel value="plan">
          <PlanPanel />
        </Tabs.Panel>
        <Tabs.Panel value="violations">
          <Panel title="Violations" description="Calls of the last 30 days that did not keep to the tracking plan. None was blocked." flush>
            <ViolationsTable />
          </Panel>
        </Tabs.Panel>
      </Tabs>
    </Page>
  );
}

function Events({ search, onSearch }: { search: string; onSearch: (text: string) => void }) {
  const { key: workspace } = useWorkspace();
  const events = useQuery(eventsQuery(workspace));
  const anomalies = useQuery(anomaliesQuery(workspace)).data?.items ?? [];
  const wanted = search.trim().toLowerCase();
  return (
    <>
      <Panel
        title="Events"
        flush
        actions={<TextInput role="searchbox" type="search" size="xs" aria-label="Search events" placeholder="Name" leftSection={<IconSearch size={14} aria-hidden="true" />} value={search} onChange={(event) => onSearch(event.currentTarget.value)} />}
      >
        <QueryView query={events} skeleton={<TableSkeleton rows={9} rowHeight={49} label="Loading the events" />} isEmpty={({ items }) => items.length === 0} empty={<NothingReceived />}>
          {({ items }) => {
            const found = items.filter(({ name }) => name.toLowerCase().includes(wanted));
            return found.length === 0 ? (
              <StateMessage mood="empty" title="No event is called so">
                Try a part of its name.
              </StateMessage>
            ) : (
              <EventsTable events={found} odd={new Map(anomalies.map(({ event, sentence }) => [event, sentence]))} />
            );
          }}
        </QueryView>
      </Panel>
      <div style={{ marginTop: 'var(--space-5)' }}>
        <Anomalies anomalies={anomalies} />
      </div>
    </>
  );
}

function Traits() {
  const { key: workspace } = useWorkspace();
  const traits = useQuery(traitsQuery(workspace));
  return (
    <Panel title="Traits" description="Of customers, and of companies under “company.”. Counts and shares are about right: when there are many customers, some stand for all." flush>
      <QueryView query={traits} skeleton={<TableSkeleton rows={10} label="Loading the traits" />} isEmpty={({ items }) => items.length === 0} empty={<NothingReceived />}>
        {({ items }) => <ValuesTable caption="Traits" kind="Trait" values={items} />}
      </QueryView>
    </Panel>
  );
}

function NothingReceived() {
  const { key: workspace } = useWorkspace();
  return (
    <StateMessage
      mood="empty"
      title="Nothing received yet"
      actions={
        <ButtonLink size="sm" to="/w/$workspace/sources" params={{ workspace }}>
          Set up a source
        </ButtonLink>
      }
    >
      The catalogue fills by itself with what sources send and files bring.
    </StateMessage>
  );
}
