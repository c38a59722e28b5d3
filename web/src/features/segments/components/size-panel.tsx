import { SegmentedControl } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { ChartSkeleton } from '@/components/chart/chart-skeleton';
import { Panel } from '@/components/panel';
import { QueryView } from '@/components/query-view';
import { useWorkspace } from '@/lib/workspace/workspace-context';
import { type HistoryInterval, segmentHistoryQuery } from '../api/get-segment-history';
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
      description={isRule ? null : <PastNote />}
      actions={isRule ? <SegmentedControl size="xs" aria-label="By" data={intervals} value={interval} onChange={(value) => setInterval(value === 'month' ? 'month' : 'day')} /> : null}
    >
      <QueryView query={history} skeleton={<ChartSkeleton height={chartHeight} />} isEmpty={({ items }) => items.length === 0} empty={<p>No history yet.</p>}>
        {(past) => <SizeHistory segmentKey={key} name={name} history={past} interval={interval} />}
      </QueryView>
    </Panel>
  );
}
