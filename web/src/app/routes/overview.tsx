import { SegmentedControl } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { ChartSkeleton } from '@/components/chart/chart-skeleton';
import { FiguresSkeleton } from '@/components/figures-skeleton';
import { ButtonLink } from '@/components/links';
import { Page } from '@/components/page';
import { Panel } from '@/components/panel';
import { QueryView } from '@/components/query-view';
import { TableSkeleton } from '@/components/tile-skeleton';
import type { Overview } from '@/features/insights/api/get-overview';
import { Countries } from '@/features/insights/components/countries';
import { KeyFigures } from '@/features/insights/components/key-figures';
import { RevenueChart } from '@/features/insights/components/revenue-chart';
import { TopProducts } from '@/features/insights/components/top-products';
import { type Period, periodShapes } from '@/features/insights/period';
import { useOverview } from '@/features/insights/use-overview';
import { type RfmModel, rfmQuery } from '@/features/segments/api/get-rfm';
import { nobodyIn, segmentsQuery } from '@/features/segments/api/get-segments';
import { PastNote } from '@/features/segments/components/past-note';
import { PopulationMosaic, PopulationMosaicSkeleton } from '@/features/segments/components/population-mosaic';
import { RfmGrid, RfmGridSkeleton } from '@/features/segments/components/rfm-grid';
import { SegmentTable } from '@/features/segments/components/segment-table';
import { valueHeadline } from '@/features/segments/value-headline';
import { formatDate } from '@/lib/format/dates';
import { formatCount, formatMoneyWhole } from '@/lib/format/numbers';
import { useWorkspace } from '@/lib/workspace/workspace-context';
import { NothingYet } from '../arrival/nothing-yet';
import type { OverviewSearch } from '../search-params';
import { WithoutOrders } from './overview-without-orders';
import styles from './overview.module.css';

const route = getRouteApi('/w/$workspace/overview');

// Keeps the line of a note that is on its way.
const blank = '\u00a0';
const noSegments = 'No segments yet: they appear with the first orders of known customers.';

function orderNote({ orders, ordersWithoutCustomer, returns, currency }: Overview): string {
  const unknown = ordersWithoutCustomer > 0 ? `, ${formatCount(ordersWithoutCustomer)} of them without a known customer` : '';
  const back = returns > 0 ? ` Returns of ${formatMoneyWhole(returns, currency)} are not taken off.` : '';
  return `${formatCount(orders)} ${orders === 1 ? 'order' : 'orders'} in ${currency}${unknown}.${back}`;
}

function scoringNote({ state, options, customers, referenceDate }: RfmModel): string {
  if (state === 'computing') return 'Every customer is being scored anew …';
  const how = options.scoring === 'quintiles' ? 'against each other' : 'by fixed thresholds';
  return `${formatCount(customers)} customers scored 1 to 5 ${how}, as of ${formatDate(referenceDate)}.`;
}

const periodChoices = Object.entries(periodShapes).map(([value, { label }]) => ({ value: value as Period, label }));

export function OverviewRoute() {
  const workspace = useWorkspace();
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const period = search.period ?? 'all';
  const interval = search.interval ?? periodShapes[period].interval;
  const heat = search.heat ?? 'customers';
  const overview = useOverview(period, interval);
  const segments = useQuery(segmentsQuery(workspace.key));
  const rfm = useQuery(rfmQuery(workspace.key));

  function change(part: OverviewSearch) {
    void navigate({ search: (before) => ({ ...before, ...part }), replace: true, resetScroll: false });
  }

  if (overview.data?.orders === 0 && overview.data.customers === 0) return <WithoutOrders knownProfiles={overview.data.knownProfiles} askedAt={overview.dataUpdatedAt} />;

  return (
    <Page
      title="Overview"
      lead={overview.data?.asOf ? `${workspace.name}, with data up to ${formatDate(overview.data.asOf)}.` : workspace.name}
      actions={
        <SegmentedControl
          aria-label="Period"
          data={periodChoices}
          value={period}
          onChange={(value) => {
            change({ period: value === 'all' ? undefined : value, interval: undefined });
          }}
        />
      }
    >
      <QueryView query={overview} skeleton={<FiguresSkeleton />}>
        {(data) => <KeyFigures overview={data} period={period} />}
      </QueryView>

      <Panel
        title={segments.data ? valueHeadline(segments.data.items) : 'Who your customers are'}
        description="Each tile is one hundredth: of the customers on the left, of their revenue on the right."
      >
        <QueryView query={segments} skeleton={<PopulationMosaicSkeleton />} isEmpty={nobodyIn} empty={<NothingYet askedAt={segments.dataUpdatedAt}>{noSegments}</NothingYet>}>
          {({ items }) => <PopulationMosaic segments={items} />}
        </QueryView>
      </Panel>

      <Panel title="Over time" description={overview.data ? orderNote(overview.data) : blank}>
        <QueryView query={overview} skeleton={<ChartSkeleton />}>
          {(data) => (
            <RevenueChart
              overview={data}
              interval={interval}
              measure={search.measure ?? 'revenue'}
              onMeasure={(measure) => {
                change({ measure: measure === 'revenue' ? undefined : measure });
              }}
            />
          )}
        </QueryView>
      </Panel>

      <Panel
        title="Recency and frequency"
        description={rfm.data ? scoringNote(rfm.data) : blank}
        actions={
          <>
            <SegmentedControl
              size="xs"
              aria-label="Colour the cells by"
              data={[
                { value: 'customers', label: 'Customers' },
                { value: 'revenue', label: 'Revenue' },
              ]}
              value={heat}
              onChange={(value) => {
                change({ heat: value === 'revenue' ? 'revenue' : undefined });
              }}
            />
            <ButtonLink size="xs" variant="subtle" to="/w/$workspace/rfm" params={{ workspace: workspace.key }}>
              How it is scored
            </ButtonLink>
          </>
        }
      >
        <QueryView query={rfm} skeleton={<RfmGridSkeleton />} isEmpty={({ customers }) => customers === 0} empty={<NothingYet askedAt={rfm.dataUpdatedAt}>Nothing to score yet: no order names its customer.</NothingYet>}>
          {(model) => <RfmGrid model={model} heat={heat} />}
        </QueryView>
      </Panel>

      <Panel title="Segments" flush description={<>Everyone who has bought is in exactly one. <PastNote /></>}>
        <QueryView query={segments} skeleton={<TableSkeleton rows={11} rowHeight={56} label="Loading the segments" />} isEmpty={nobodyIn} empty={<NothingYet inset askedAt={segments.dataUpdatedAt}>{noSegments}</NothingYet>}>
          {({ items }) => <SegmentTable segments={items} />}
        </QueryView>
      </Panel>

      <div className={styles.halves}>
        <Panel title="Top products" flush>
          <QueryView query={overview} skeleton={<TableSkeleton rows={8} rowHeight={51} label="Loading the products" />}>
            {(data) => <TopProducts overview={data} />}
          </QueryView>
        </Panel>
        <Panel title="Countries" flush>
          <QueryView query={overview} skeleton={<TableSkeleton rows={8} rowHeight={51} label="Loading the countries" />}>
            {(data) => <Countries overview={data} />}
          </QueryView>
        </Panel>
      </div>
    </Page>
  );
}
