import { Button } from '@mantine/core';
import { AnchorLink } from '@/components/links';
import { type Column, DataTable, type Sorting } from '@/components/data-table';
import { ScoreTiles } from '@/components/score-tiles';
import { formatCountry } from '@/lib/format/countries';
import { formatDate, formatDays } from '@/lib/format/dates';
import { formatCount, formatMoney, nothing } from '@/lib/format/numbers';
import { profileTitle } from '@/lib/format/profile-title';
import { useWorkspace } from '@/lib/workspace/workspace-context';
import type { Member } from '../api/get-members';
import styles from './members-table.module.css';

interface MembersTableProps {
  members: readonly Member[];
  /** Segments of the RFM model are sorted; others come as they are. */
  sorting?: Sorting;
  waiting: boolean;
  onExplain: (member: Member) => void;
}

const since: Column<Member> = { id: 'since', header: 'Entered', from: 'medium', cell: ({ enteredAt }) => formatDate(enteredAt) };

const scores: Column<Member> = {
  id: 'scores',
  header: 'R, F, M',
  from: 'medium',
  cell: (member) =>
    member.scores ? (
      <span className={styles.scores}>
        <ScoreTiles size="small" label="Recency" score={member.scores.recency} />
        <ScoreTiles size="small" label="Frequency" score={member.scores.frequency} />
        <ScoreTiles size="small" label="Monetary" score={member.scores.monetary} />
      </span>
    ) : (
      nothing
    ),
};

export function MembersTable({ members, sorting, waiting, onExplain }: MembersTableProps) {
  const { key: workspace, currency } = useWorkspace();
  // The RFM model counts back from its reference date, which the panel names, not from today.
  const back = sorting ? ' before' : ' ago';
  return (
    <DataTable
      caption="Members of the segment"
      rows={members}
      rowKey={({ profileId }) => profileId}
      {...(sorting ? { sorting } : {})}
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
        { id: 'recency', header: 'Last purchase', numeric: true, sortKey: 'recency', cell: ({ recencyDays }) => (recencyDays === null ? nothing : `${formatDays(recencyDays)}${recencyDays >= 1 ? back : ''}`) },
        { id: 'frequency', header: 'Orders', numeric: true, from: 'medium', sortKey: 'frequency', cell: ({ frequency }) => (frequency === null ? nothing : formatCount(frequency)) },
        { id: 'monetary', header: 'Value', numeric: true, sortKey: 'monetary', cell: ({ monetary }) => (monetary === null ? nothing : formatMoney(monetary, currency)) },
        sorting ? scores : since,
        {
          id: 'why',
          header: 'Reason',
          cell: (member) => (
            <Button size="compact-xs" variant="subtle" onClick={() => onExplain(member)} aria-label={`Why ${profileTitle(member)} belongs`}>
              Why
            </Button>
          ),
        },
      ]}
    />
  );
}
