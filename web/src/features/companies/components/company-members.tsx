import { Button } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { DataTable } from '@/components/data-table';
import { AnchorLink } from '@/components/links';
import { ProblemMessage } from '@/components/problem-message';
import { StateMessage } from '@/components/state-message';
import { StatusBadge } from '@/components/status-badge';
import { TableSkeleton } from '@/components/tile-skeleton';
import { formatDate } from '@/lib/format/dates';
import { profileTitle } from '@/lib/format/profile-title';
import { useWorkspace } from '@/lib/workspace/workspace-context';
import { companyMembersQuery } from '../api/get-company-members';
import styles from './company.module.css';

/** Who belongs to a company, and who did before. */
export function CompanyMembers({ companyId }: { companyId: string }) {
  const { key: workspace } = useWorkspace();
  const members = useInfiniteQuery(companyMembersQuery(workspace, companyId));
  if (members.isPending) return <TableSkeleton rows={5} label="Loading the members" />;
  if (members.isError) return <ProblemMessage error={members.error} onRetry={() => void members.refetch()} />;
  const all = members.data.pages.flatMap(({ items }) => items);
  if (all.length === 0) {
    return (
      <StateMessage mood="empty" title="Nobody belongs to it">
        Group calls say who belongs to a company.
      </StateMessage>
    );
  }
  return (
    <>
      <DataTable
        caption="Members of the company"
        rows={all.map((member, index) => ({ ...member, index }))}
        rowKey={({ index }) => String(index)}
        columns={[
          {
            id: 'customer',
            header: 'Customer',
            cell: ({ profileId, name, identifier }) => (
              <AnchorLink c="inherit" fw={550} to="/w/$workspace/customers/$profileId" params={{ workspace, profileId }}>
                {profileTitle({ name, identifier: identifier ?? undefined })}
              </AnchorLink>
            ),
          },
          { id: 'state', header: 'State', cell: ({ until }) => (until === null ? <StatusBadge tone="good">Belongs</StatusBadge> : <StatusBadge tone="quiet">Left</StatusBadge>) },
          { id: 'since', header: 'Since', cell: ({ since }) => formatDate(since) },
          { id: 'until', header: 'Until', from: 'medium', cell: ({ until }) => formatDate(until) },
        ]}
      />
      {members.hasNextPage ? (
        <div className={styles.more}>
          <Button variant="default" size="sm" loading={members.isFetchingNextPage} onClick={() => void members.fetchNextPage()}>
            Show more members
          </Button>
        </div>
      ) : null}
    </>
  );
}
