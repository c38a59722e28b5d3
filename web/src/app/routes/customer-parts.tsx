import { AnchorLink } from '@/components/links';
import { Panel } from '@/components/panel';
import { SegmentName } from '@/components/segment-name';
import type { Profile } from '@/features/profiles/api/get-profile';
import { RfmScores } from '@/features/profiles/components/rfm-scores';
import { OwnSegments } from '@/features/segments/explaining/own-segments';
import { WhyInSegment } from '@/features/segments/explaining/why-in-segment';
import { formatCountry } from '@/lib/format/countries';
import { formatDate, formatDays } from '@/lib/format/dates';
import { formatCount } from '@/lib/format/numbers';
import { identifierName } from '@/lib/format/identifiers';
import { useWorkspace } from '@/lib/workspace/workspace-context';
import styles from './customer.module.css';

const shownIdentifiers = 3;
const shownOfVisitor = 8;

/** The kinds that people know somebody by come before those that only machines do. */
const telling = ['user_id', 'email', 'phone'];

function byTelling(identifiers: Profile['identifiers']): Profile['identifiers'] {
  const rank = (kind: string) => (telling.includes(kind) ? telling.indexOf(kind) : telling.length);
  return identifiers.toSorted((one, other) => rank(one.kind) - rank(other.kind));
}

/** What a customer is known by, at a glance. */
export function Identity({ profile: { identifiers, country, company } }: { profile: Profile }) {
  const { key: workspace } = useWorkspace();
  const more = identifiers.length - shownIdentifiers;
  return (
    <ul className={styles.identity}>
      {byTelling(identifiers).slice(0, shownIdentifiers).map(({ kind, value }) => (
        <li key={`${kind} ${value}`}>
          <span className={styles.kind}>{identifierName(kind)}</span> {kind === 'anonymous_id' ? `${value.slice(0, shownOfVisitor)} …` : value}
        </li>
      ))}
      {more > 0 ? <li className={styles.kind}>and {formatCount(more)} more</li> : null}
      {country ? (
        <li>
          <span className={styles.kind}>Country</span> {formatCountry(country)}
        </li>
      ) : null}
      {company ? (
        <li>
          <span className={styles.kind}>Company</span>{' '}
          <AnchorLink to="/w/$workspace/customers/companies/$companyId" params={{ workspace, companyId: company.profileId }}>
            {company.name}
          </AnchorLink>
        </li>
      ) : null}
    </ul>
  );
}

function scoresNote({ referenceDate, windowDays }: NonNullable<Profile['rfm']>): string {
  const window = windowDays ? `, over the ${formatDays(windowDays)} before it` : '';
  return `From 1, the weakest, to 5, the best, as of ${formatDate(referenceDate)}${window}.`;
}

export function Membership({ profile }: { profile: Profile }) {
  const { key: workspace } = useWorkspace();
  const { rfm } = profile;
  if (!rfm) {
    return (
      <Panel title="No RFM segment yet">
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
export function WrittenSegments({ profile }: { profile: Profile }) {
  const own = profile.segments.filter(({ kind }) => kind === 'rule');
  if (own.length === 0) return null;
  return (
    <Panel title="Also in" description="Segments of your own that this customer is in, with the reason.">
      <OwnSegments profileId={profile.id} memberships={own} />
    </Panel>
  );
}
