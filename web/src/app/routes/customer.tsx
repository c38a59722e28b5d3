import { Tabs } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { AnchorLink } from '@/components/links';
import { MissingMessage } from '@/components/missing-message';
import { Page } from '@/components/page';
import { Panel } from '@/components/panel';
import { TileSkeleton } from '@/components/tile-skeleton';
import { profileQuery } from '@/features/profiles/api/get-profile';
import { EventTimeline } from '@/features/profiles/components/event-timeline';
import { OrderTimeline } from '@/features/profiles/components/order-timeline';
import { ProfileIdentity } from '@/features/profiles/components/profile-identity';
import { ProfileValue } from '@/features/profiles/components/profile-value';
import { Traits } from '@/features/profiles/components/traits';
import { EraseCustomer } from '@/features/privacy/components/erase-customer';
import { profileTitle } from '@/lib/format/profile-title';
import { useWorkspace } from '@/lib/workspace/workspace-context';
import { customerTabs } from '../search-params';
import { Identity, Membership, WrittenSegments } from './customer-parts';

const route = getRouteApi('/w/$workspace/customers/$profileId');
const tabNames = { orders: 'Orders', events: 'Events', traits: 'Traits', identity: 'Identity' } as const;

export function CustomerRoute() {
  const { key: workspace } = useWorkspace();
  const { profileId } = route.useParams();
  const { tab = 'orders' } = route.useSearch();
  const navigate = route.useNavigate();
  const query = useQuery(profileQuery(workspace, profileId));
  const profile = query.data;
  const back = (
    <AnchorLink to="/w/$workspace/customers" params={{ workspace }}>
      Customers
    </AnchorLink>
  );

  if (!profile) {
    return (
      <Page title="Customer" eyebrow={back}>
        {query.isError ? (
          <MissingMessage
            error={query.error}
            onRetry={() => void query.refetch()}
            title="There is no such customer"
            text="The address names nobody whom this workspace knows."
            list="/w/$workspace/customers"
            listName="All customers"
          />
        ) : (
          <TileSkeleton tiles={120} label="Loading the customer" />
        )}
      </Page>
    );
  }
  const title = profileTitle({ name: profile.name, identifier: profile.identifiers[0] });
  return (
    <Page title={title} eyebrow={back} actions={<EraseCustomer profileId={profile.id} name={title} />}>
      <Identity profile={profile} />
      <ProfileValue profile={profile} />
      <Membership profile={profile} />
      <WrittenSegments profile={profile} />
      <Panel title="All that is known">
        <Tabs
          value={tab}
          onChange={(value) => {
            const chosen = customerTabs.find((candidate) => candidate === value);
            void navigate({ search: { tab: chosen === 'orders' ? undefined : chosen }, replace: true, resetScroll: false });
          }}
        >
          <Tabs.List mb="md">
            {customerTabs.map((name) => (
              <Tabs.Tab key={name} value={name}>
                {tabNames[name]}
              </Tabs.Tab>
            ))}
          </Tabs.List>
          <Tabs.Panel value="orders">
            <OrderTimeline profileId={profileId} />
          </Tabs.Panel>
          <Tabs.Panel value="events">{tab === 'events' ? <EventTimeline of={{ profileId }} /> : null}</Tabs.Panel>
          <Tabs.Panel value="traits">
            {tab === 'traits' ? <Traits profile={profile} /> : null}
          </Tabs.Panel>
          <Tabs.Panel value="identity">{tab === 'identity' ? <ProfileIdentity profile={profile} /> : null}</Tabs.Panel>
        </Tabs>
      </Panel>
    </Page>
  );
}
