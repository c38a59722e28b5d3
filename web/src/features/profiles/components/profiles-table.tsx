import { DataTable, type Sorting } from '@/components/data-table';
import { AnchorLink } from '@/components/links';
import { SegmentName } from '@/components/segment-name';
import { formatCountry } from '@/lib/format/countries';
import { formatDate } from '@/lib/format/dates';
import { formatCount, formatMoney, nothing } from '@/lib/format/numbers';
import { profileTitle } from '@/lib/format/profile-title';
import { useWorkspace } from '@/lib/workspace/workspace-context';
import type { ProfileSummary } from '../api/get-profiles';
import styles from './profiles-table.module.css';

interface ProfilesTableProps {
  profiles: readonly ProfileSummary[];
  sorting: Sorting;
  waiting: boolean;
}

export function ProfilesTable({ profiles, sorting, waiting }: ProfilesTableProps) {
  const { key: workspace, currency } = useWorkspace();
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
              {profile.segments[0] ? (
                <span className={styles.segment}>
                  <SegmentName segmentKey={profile.segments[0].key} name={profile.segments[0].name} />
                </span>
              ) : null}
            </span>
          ),
        },
        { id: 'segment', header: 'Segment', from: 'medium', cell: ({ segments }) => (segments[0] ? <SegmentName segmentKey={segments[0].key} name={segments[0].name} /> : nothing) },
        { id: 'country', header: 'Country', from: 'medium', cell: ({ country }) => formatCountry(country) },
        { id: 'since', header: 'First seen', from: 'wide', sortKey: 'firstSeen', cell: ({ firstSeen }) => formatDate(firstSeen) },
        { id: 'last', header: 'Last seen', from: 'wide', sortKey: 'lastSeen', cell: ({ lastSeen }) => formatDate(lastSeen) },
        { id: 'orders', header: 'Orders', numeric: true, from: 'medium', sortKey: 'orders', cell: ({ orders }) => formatCount(orders) },
        { id: 'revenue', header: 'Revenue', numeric: true, sortKey: 'revenue', cell: ({ revenue }) => formatMoney(revenue, currency) },
      ]}
    />
  );
}
