import { AnchorLink } from '@/components/links';
import { DataTable, type Sorting } from '@/components/data-table';
import { ScoreTiles } from '@/components/score-tiles';
import { formatCountry } from '@/lib/format/countries';
import { formatDays } from '@/lib/format/dates';
import { formatCount, formatMoney, nothing } from '@/lib/format/numbers';
import { profileTitle } from '@/lib/format/profile-title';
import { useWorkspace } from '@/lib/workspace/workspace-context';
import type { Member } from '../api/get-members';
import styles from './members-table.module.css';

interface MembersTableProps {
  members: readonly Member[];
  sorting: Sorting;
  waiting: boolean;
}

export function MembersTable({ members, sorting, waiting }: MembersTableProps) {
  const { key: workspace, currency } = useWorkspace();
  return (
    <DataTable
      caption="Members of the segment"
      rows={members}
      rowKey={({ profileId }) => profileId}
      sorting={sorting}
      waiting={waiting}
      columns={[
        {
          id: 'customer',
          header: 'Customer',
          cell: (member) => (
            <AnchorLink c="inherit" fw={550} to="/w/$workspace/customers/$profileId" params={{ workspace, profileId: member.profileId }}>
              {profileTitle(member)}
            </AnchorLink>
          ),
        },
        { id: 'country', header: 'Country', from: 'wide', cell: ({ country }) => formatCountry(country) },
        { id: 'recency', header: 'Last purchase', numeric: true, sortKey: 'recency', cell: ({ recencyDays }) => (recencyDays === null ? nothing : `${formatDays(recencyDays)}${recencyDays >= 1 ? ' ago' : ''}`) },
        { id: 'frequency', header: 'Orders', numeric: true, from: 'medium', sortKey: 'frequency', cell: ({ frequency }) => (frequency === null ? nothing : formatCount(frequency)) },
        { id: 'monetary', header: 'Value', numeric: true, sortKey: 'monetary', cell: ({ monetary }) => (monetary === null ? nothing : formatMoney(monetary, currency)) },
        {
          id: 'scores',
          header: 'R, F, M',
          cell: ({ scores }) =>
            scores ? (
              <span className={styles.scores}>
                <ScoreTiles size="small" label="Recency" score={scores.recency} />
                <ScoreTiles size="small" label="Frequency" score={scores.frequency} />
                <ScoreTiles size="small" label="Monetary" score={scores.monetary} />
              </span>
            ) : (
              nothing
            ),
        },
      ]}
    />
  );
}
