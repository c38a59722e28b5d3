import { SegmentedControl } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { ChartSkeleton } from '@/components/chart/chart-skeleton';
import { Panel } from '@/components/panel';
import { QueryView } from '@/components/query-view';
import { StateMessage } from '@/components/state-message';
import { formatDate } from '@/lib/format/dates';
import { formatCount } from '@/lib/format/numbers';
import { useWorkspace } from '@/lib/workspace/workspace-context';
import { type HistoryInterval, type SegmentHistory, segmentHistoryQuery } from '../api/get-segment-history';
import type { SegmentDetail } from '../api/get-segment';
import { PastNote } from './past-note';
import { SizeHistory } from './size-history';

const intervals = [
  { value: 'day', label: 'Days' },
  { value: 'month', label: 'Months' },
];
const chartHeight = 240;

/** How many belonged when. RFM segments are kept by month; others by day too. */
export function SizePanel({ segment: { key, name, kind } }: { segment: SegmentDetail }) {
  const { key: workspace } = useWorkspace();
  const isRule = kind === 'rule';
  const [interval, setInterval] = useState<HistoryInterval>(isRule ? 'day' : 'month');
  const history = useQuery(segmentHistoryQuery(workspace, key, interval));
  return (
    <Panel
      title="Size over time"
      description={isRule ? <KeptSince history={history.data} /> : <PastNote />}
      actions={isRule ? <SegmentedControl size="xs" aria-label="By" data={intervals} value={interval} onChange={(value) => setInterval(value === 'month' ? 'month' : 'day')} /> : null}
    >
      <QueryView query={history} skeleton={<ChartSkeleton height={chartHeight} />} isEmpty={({ items }) => items.length < 2} empty={<NoCurveYet interval={interval} history={history.data} />}>
        {(past) => <SizeHistory segmentKey={key} name={name} history={past} interval={interval} isModel={!isRule} />}
      </QueryView>
    </Panel>
  );
}

/** Since when it is kept who belonged; said beneath the curve's title once there is a curve. */
function KeptSince({ history }: { history: SegmentHistory | undefined }) {
  return history?.keptSince && history.items.length > 1 ? <>Kept since {formatDate(history.keptSince)}</> : null;
}

/** One point is no curve; as high as the chart that is to come. */
function NoCurveYet({ interval, history }: { interval: HistoryInterval; history: SegmentHistory | undefined }) {
  const first = history?.items[0];
  return (
    <div style={{ display: 'grid', minHeight: chartHeight + 43, placeItems: 'center' }}>
      <StateMessage mood="empty" title={history?.keptSince ? `Kept since ${formatDate(history.keptSince)}` : 'Nothing kept yet'}>
        {first ? `${formatCount(first.size)} ${first.size === 1 ? 'customer' : 'customers'}, counted for the first time. ` : ''}Each {interval} from now on adds a point to the curve.
      </StateMessage>
    </div>
  );
}
