import { Tabs } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { AnchorLink, ButtonLink } from '@/components/links';
import { Page } from '@/components/page';
import { Panel } from '@/components/panel';
import { ProblemMessage } from '@/components/problem-message';
import { SegmentName } from '@/components/segment-name';
import { TileSkeleton } from '@/components/tile-skeleton';
import { type Profile, profileQuery } from '@/features/profiles/api/get-profile';
import { EventTimeline } from '@/features/profiles/components/event-timeline';
import { OrderTimeline } from '@/features/profiles/components/order-timeline';
import { ProfileValue } from '@/features/profiles/components/profile-value';
import { RfmScores } from '@/features/profiles/components/rfm-scores';
import { Traits } from '@/features/profiles/components/traits';
import { WhyInSegment } from '@/features/segments/explaining/why-in-segment';
import { OwnSegments } from '@/features/segments/explaining/own-segments';
import { formatDate, formatDays } from '@/lib/format/dates';
import { formatCountry } from '@/lib/format/countries';
import { profileTitle } from '@/lib/format/profile-title';
import { useWorkspace } from '@/lib/workspace/workspace-context';
import { customerTabs } from '../search-params';
import styles from './customer.module.css';

const route = getRouteApi('/w/$workspace/customers/$profileId');
const tabNames = { orders: 'Orders', events: 'Events', traits: 'Traits' } as const;

const identifierNames: Record<string, string> = { user_id: 'Customer id', anonymous_id: 'Visitor id', email: 'E-mail', phone: 'Phone' };

function identifierName(kind: string): string {
  const words = kind.replaceAll('_', ' ');
  return identifierNames[kind] ?? words.charAt(0).toUpperCase() + words.slice(1);
}

function Identity({ profile }: { profile: Profile }) {
  return (
    <ul className={styles.identity}>
      {profile.identifiers.map(({ kind, value }) => (
        <li key={`${kind ?? ''} ${value ?? ''}`}>
          <span className={styles.kind}>{identifierName(kind ?? '')}</span> {value}
        </li>
      ))}
      {profile.country ? (
        <li>
          <span className={styles.kind}>Country</span> {formatCountry(profile.country)}
        </li>
      ) : null}
    </ul>
  );
}

function scoresNote({ referenceDate, windowDays }: NonNullable<Profile['rfm']>): string {
  const window = windowDays ? `, over the ${formatDays(windowDays)} before it` : '';
  return `From 1, the weakest, to 5, the best, as of ${formatDate(referenceDate)}${window}.`;
}

function Membership({ profile }: { profile: Profile }) {
  const { key: workspace } = useWorkspace();
  const { rfm } = profile;
  if (!rfm) {
    return (
      <Panel title="No segment yet">
        <p>This customer has no purchase that counts, so there is nothing to score.</p>
      </Panel>
    );
  }
  return (
    <div className={styles.columns}>
      <Panel title="RFM scores" description={scoresNote(rfm)}>
        <RfmScores rfm={rfm} />
      </Panel>
      <Panel
        title={`Why ${rfm.segment.name}`}
        actions={
          <AnchorLink size="sm" to="/w/$workspace/segments/$segmentKey" params={{ workspace, segmentKey: rfm.segment.key }}>
            <SegmentName segmentKey={rfm.segment.key} name={rfm.segment.name} />
          </AnchorLink>
        }
      >
        <WhyInSegment segmentKey={rfm.segment.key} profileId={profile.id} />
      </Panel>
    </div>
  );
}

/** The segments that people wrote which the customer is in; nothing where there are none. */
function WrittenSegments({ profile }: { profile: Profile }) {
  const own = profile.segments.filter(({ kind }) => kind === 'rule');
  if (own.length === 0) return null;
  return (
    <Panel title="Also in" description="Segments of your own that this customer is in, with the reason.">
      <OwnSegments profileId={profile.id} memberships={own} />
    </Panel>
  );
}

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
          <ProblemMessage
            error={query.error}
            onRetry={() => void query.refetch()}
            missing={{
              title: 'There is no such customer',
              text: 'The address names nobody whom this workspace knows.',
              actions: (
                <ButtonLink variant="default" size="sm" to="/w/$workspace/customers" params={{ workspace }}>
                  All customers
                </ButtonLink>
              ),
            }}
          />
        ) : (
          <TileSkeleton tiles={120} label="Loading the customer" />
        )}
      </Page>
    );
  }
  const title = profileTitle({ name: profile.name, identifier: profile.identifiers[0] });
  return (
    <Page title={title} eyebrow={back}>
      <Identity profile={profile} />
      <ProfileValue profile={profile} />
      <Membership profile={profile} />
      <WrittenSegments profile={profile} />
      <Panel title="History">
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
          <Tabs.Panel value="events">{tab === 'events' ? <EventTimeline profileId={profileId} /> : null}</Tabs.Panel>
          <Tabs.Panel value="traits">
            <Traits profile={profile} />
          </Tabs.Panel>
        </Tabs>
      </Panel>
    </Page>
  );
}
