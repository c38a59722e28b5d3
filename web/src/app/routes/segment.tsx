import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { Change } from '@/components/change';
import { ChartSkeleton } from '@/components/chart/chart-skeleton';
import { DownloadButton } from '@/components/download-button';
import { Figure } from '@/components/figure';
import { Figures } from '@/components/figures';
import { FiguresSkeleton } from '@/components/figures-skeleton';
import { AnchorLink, ButtonLink } from '@/components/links';
import { Page } from '@/components/page';
import { Pager } from '@/components/pager';
import { Panel } from '@/components/panel';
import { ProblemMessage } from '@/components/problem-message';
import { QueryView } from '@/components/query-view';
import { SegmentTile } from '@/components/segment-name';
import { StateMessage } from '@/components/state-message';
import { TableSkeleton } from '@/components/tile-skeleton';
import { growthIsGood } from '@/config/segment-mood';
import { membersQuery } from '@/features/segments/api/get-members';
import { segmentQuery } from '@/features/segments/api/get-segment';
import { segmentHistoryQuery } from '@/features/segments/api/get-segment-history';
import { MembersTable } from '@/features/segments/components/members-table';
import { PastNote } from '@/features/segments/components/past-note';
import { SizeHistory } from '@/features/segments/components/size-history';
import { ruleText } from '@/features/segments/rule-text';
import { formatDate, formatDays } from '@/lib/format/dates';
import { formatAverage, formatCount, formatMoney, formatShare } from '@/lib/format/numbers';
import { usePaging } from '@/lib/use-paging';
import { useWorkspace } from '@/lib/workspace/workspace-context';
import styles from './segment.module.css';

const route = getRouteApi('/w/$workspace/segments/$segmentKey');
const pageSize = 25;
const defaultSort = '-monetary';

export function SegmentRoute() {
  const { key: workspace, currency } = useWorkspace();
  const { segmentKey } = route.useParams();
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const sort = search.sort ?? defaultSort;
  const segment = useQuery(segmentQuery(workspace, segmentKey));
  const history = useQuery(segmentHistoryQuery(workspace, segmentKey));
  const members = useQuery(membersQuery(workspace, segmentKey, { limit: pageSize, sort, ...(search.cursor ? { cursor: search.cursor } : {}) }));
  const paging = usePaging(search.cursor, members.data?.next, (cursor) => {
    void navigate({ search: (before) => ({ ...before, cursor }), resetScroll: false });
  });

  if (segment.isError && !segment.data) {
    return (
      <Page title="Segment">
        <ProblemMessage
          error={segment.error}
          onRetry={() => void segment.refetch()}
          missing={{
            title: 'There is no such segment',
            text: 'The segments may have other names since the RFM settings were changed.',
            actions: (
              <ButtonLink variant="default" size="sm" to="/w/$workspace/segments" params={{ workspace }}>
                All segments
              </ButtonLink>
            ),
          }}
        />
      </Page>
    );
  }
  const data = segment.data;
  // The trend ends with the present, which is the day that days are counted to.
  const asOf = segment.data?.trend.at(-1)?.date;
  const mark = <SegmentTile segmentKey={segmentKey} size="26px" />;
  const back = (
    <AnchorLink to="/w/$workspace/segments" params={{ workspace }}>
      Segments
    </AnchorLink>
  );
  // The panels wait for the text above them, whose length is not known: nothing moves under the pointer later.
  if (!data) {
    return (
      <Page title="Segment" mark={mark} eyebrow={back}>
        <FiguresSkeleton label="Loading the segment" />
      </Page>
    );
  }
  return (
    <Page title={data.name} mark={mark} eyebrow={back} lead={data.description}>
      <Figures>
        <Figure
          label="Customers"
          value={formatCount(data.size)}
          note={
            <>
              {formatShare(data.share)} of all <Change value={data.sizeChange} comparedWith="a month ago" growthIsGood={growthIsGood(segmentKey)} />
            </>
          }
        />
        <Figure label="Share of revenue" value={formatShare(data.revenueShare)} note={formatMoney(data.revenue, currency)} />
        <Figure label="Average value" value={formatMoney(data.averageValue, currency)} note={`${formatAverage(data.averageFrequency)} orders each`} />
        <Figure label="Last purchase" value={formatDays(data.averageRecencyDays)} note={`before ${formatDate(asOf)}, on average`} />
      </Figures>
      <div className={styles.columns}>
        <Panel title="Size over time" description={<PastNote />}>
          <QueryView
            query={history}
            skeleton={<ChartSkeleton height={240} />}
            isEmpty={({ items }) => items.length === 0}
            empty={<p>No history yet.</p>}
          >
            {(past) => <SizeHistory segmentKey={segmentKey} name={data.name} history={past} />}
          </QueryView>
        </Panel>
        <Panel title="Who belongs, and what to do">
          <div className={styles.words}>
            <p className={styles.advice}>{data.advice}</p>
            <h3>The rule</h3>
            <p className={styles.rule}>{ruleText(data.rules)}</p>
            <p className={styles.note}>r, f and m are the scores for recency, frequency and monetary value, from 1 to 5.</p>
            <p>
              <AnchorLink to="/w/$workspace/rfm" params={{ workspace }}>
                How the scores are made
              </AnchorLink>
            </p>
          </div>
        </Panel>
      </div>
      <Panel
        title="Members"
        flush
        description={`As of ${formatDate(asOf)}.`}
        actions={
          <DownloadButton path={`/api/segments/${encodeURIComponent(segmentKey)}/members.csv`} fileName={`${segmentKey}.csv`}>
            Export as CSV
          </DownloadButton>
        }
      >
        <QueryView
          query={members}
          skeleton={<TableSkeleton rows={Math.min(data.size, pageSize)} label="Loading the members" />}
          isEmpty={({ items }) => items.length === 0}
          empty={
            <StateMessage mood="empty" title="Nobody is here right now">
              No customer matches the rule as of the reference date.
            </StateMessage>
          }
        >
          {({ items }) => (
            <>
              <MembersTable
                members={items}
                waiting={members.isPlaceholderData}
                sorting={{
                  value: sort,
                  onChange: (value) => {
                    void navigate({ search: { sort: value === defaultSort ? undefined : value }, resetScroll: false });
                  },
                }}
              />
              <Pager label="Pages of members" paging={paging} />
            </>
          )}
        </QueryView>
      </Panel>
    </Page>
  );
}
