import { type Column, DataTable, type Sorting } from '@/components/data-table';
import { AnchorLink } from '@/components/links';
import { SegmentName } from '@/components/segment-name';
import { formatCountry } from '@/lib/format/countries';
import { formatDate } from '@/lib/format/dates';
import { formatCount, formatMoney, nothing } from '@/lib/format/numbers';
import { profileTitle } from '@/lib/format/profile-title';
import { formatValue } from '@/lib/format/values';
import { useWorkspace } from '@/lib/workspace/workspace-context';
import type { ProfileSummary } from '../api/get-profiles';
import { type OwnColumn, traitOf } from '../chosen-columns';
import styles from './profiles-table.module.css';

interface ProfilesTableProps {
  profiles: readonly ProfileSummary[];
  /** Which columns stand beside the name, in order. */
  columns: readonly string[];
  sorting: Sorting;
  waiting: boolean;
}

/** From how many columns on the later ones give way where there is less room. */
const roomFor = { medium: 1, wide: 3 };

export function ProfilesTable({ profiles, columns, sorting, waiting }: ProfilesTableProps) {
  const { key: workspace, currency } = useWorkspace();
  const own = ownColumn(currency);
  const showsSegment = columns.includes('segment');
  return (
    <DataTable
      caption="Customers"
      rows={profiles}
      rowKey={({ id }) => id}
      sorting={sorting}
      waiting={waiting}
      columns={[
        {
          id: 'customer',
          header: 'Customer',
          cell: (profile) => (
            <span className={styles.customer}>
              <AnchorLink c="inherit" fw={550} to="/w/$workspace/customers/$profileId" params={{ workspace, profileId: profile.id }}>
                {profileTitle(profile)}
              </AnchorLink>
              {profile.name ? <span className={styles.identifier}>{profile.identifier.value}</span> : null}
              {showsSegment && profile.segments[0] ? (
                <span className={styles.segment}>
                  <SegmentName segmentKey={profile.segments[0].key} name={profile.segments[0].name} />
                </span>
              ) : null}
            </span>
          ),
        },
        ...columns.map((column, index) => {
          const trait = traitOf(column);
          return trait === null ? own[column as OwnColumn] : traitColumnOf(trait, index);
        }),
      ]}
    />
  );
}

function traitColumnOf(trait: string, index: number): Column<ProfileSummary> {
  const from = index >= roomFor.wide ? ({ from: 'wide' } as const) : index >= roomFor.medium ? ({ from: 'medium' } as const) : {};
  return {
    id: `trait.${trait}`,
    header: trait,
    ...from,
    cell: ({ columns }) => {
      const value: unknown = columns[trait];
      const words = value === undefined || value === null ? nothing : formatValue(value);
      return (
        <span className={styles.trait} title={words}>
          {words}
        </span>
      );
    },
  };
}

function ownColumn(currency: string): Record<OwnColumn, Column<ProfileSummary>> {
  return {
    segment: { id: 'segment', header: 'Segment', from: 'medium', cell: ({ segments }) => (segments[0] ? <SegmentName segmentKey={segments[0].key} name={segments[0].name} /> : nothing) },
    country: { id: 'country', header: 'Country', from: 'medium', cell: ({ country }) => formatCountry(country) },
    since: { id: 'since', header: 'First seen', from: 'wide', sortKey: 'firstSeen', cell: ({ firstSeen }) => formatDate(firstSeen) },
    last: { id: 'last', header: 'Last seen', from: 'wide', sortKey: 'lastSeen', cell: ({ lastSeen }) => formatDate(lastSeen) },
    orders: { id: 'orders', header: 'Orders', numeric: true, from: 'medium', sortKey: 'orders', cell: ({ orders }) => formatCount(orders) },
    revenue: { id: 'revenue', header: 'Revenue', numeric: true, sortKey: 'revenue', cell: ({ revenue }) => formatMoney(revenue, currency) },
  };
}
