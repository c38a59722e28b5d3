import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { Figure } from '@/components/figure';
import { Figures } from '@/components/figures';
import { AnchorLink } from '@/components/links';
import { MissingMessage } from '@/components/missing-message';
import { Page } from '@/components/page';
import { Panel } from '@/components/panel';
import { TileSkeleton } from '@/components/tile-skeleton';
import { companyQuery } from '@/features/companies/api/get-company';
import { CompanyMembers } from '@/features/companies/components/company-members';
import { CompanyTraits } from '@/features/companies/components/company-traits';
import { EventTimeline } from '@/features/profiles/components/event-timeline';
import { formatDate } from '@/lib/format/dates';
import { formatCount } from '@/lib/format/numbers';
import { useWorkspace } from '@/lib/workspace/workspace-context';
import styles from './company.module.css';

const route = getRouteApi('/w/$workspace/customers/companies/$companyId');

export function CompanyRoute() {
  const { key: workspace } = useWorkspace();
  const { companyId } = route.useParams();
  const company = useQuery(companyQuery(workspace, companyId));
  const back = (
    <AnchorLink to="/w/$workspace/customers/companies" params={{ workspace }}>
      Companies
    </AnchorLink>
  );
  if (!company.data) {
    return (
      <Page title="Company" eyebrow={back}>
        {company.isError ? <MissingMessage error={company.error} onRetry={() => void company.refetch()} title="There is no such company" text="The address names none that this workspace knows." list="/w/$workspace/customers/companies" listName="All companies" /> : <TileSkeleton tiles={120} label="Loading the company" />}
      </Page>
    );
  }
  const { key, name, members, events, firstSeen, lastSeen, traits } = company.data;
  return (
    <Page title={name} eyebrow={back} lead={<code>{key}</code>}>
      <Figures>
        <Figure label="Members" value={formatCount(members)} note="belong to it now" />
        <Figure label="Events" value={formatCount(events)} note="of those who belong now" />
        <Figure label="First seen" value={formatDate(firstSeen)} note="with a group call" />
        <Figure label="Last seen" value={formatDate(lastSeen)} note="by what one of them did" />
      </Figures>
      <div className={styles.columns}>
        <Panel title="Members" flush>
          <CompanyMembers companyId={companyId} />
        </Panel>
        <Panel title="Traits" flush>
          <CompanyTraits traits={traits} />
        </Panel>
      </div>
      <Panel title="What they did" description="Everyone who belongs to it now, together.">
        <EventTimeline of={{ companyId }} />
      </Panel>
    </Page>
  );
}
