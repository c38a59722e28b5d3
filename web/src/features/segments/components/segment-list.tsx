import { Change } from '@/components/change';
import { DataTable, type Sorting } from '@/components/data-table';
import { AnchorLink } from '@/components/links';
import { SegmentTile } from '@/components/segment-name';
import { ShareBar } from '@/components/share-bar';
import { Sparkline } from '@/components/sparkline';
import { segmentColour } from '@/config/segment-colours';
import { growthIsGood } from '@/config/segment-mood';
import { formatDate } from '@/lib/format/dates';
import { formatCount, nothing } from '@/lib/format/numbers';
import { useWorkspace } from '@/lib/workspace/workspace-context';
import { isCounted, type SegmentSummary } from '../api/get-segments';
import styles from './segment-list.module.css';
import { SegmentState } from './segment-state';
import { trendLabel } from './segment-table';

interface SegmentListProps {
  segments: readonly SegmentSummary[];
  sorting: Sorting;
}

/** Segments of every kind: who made them, how many are in them, and which way they go. */
export function SegmentList({ segments, sorting }: SegmentListProps) {
  const { key: workspace } = useWorkspace();
  return (
    <DataTable
      caption="Segments"
      rows={segments}
      rowKey={({ key }) => key}
      sorting={sorting}
      columns={[
        {
          id: 'name',
          header: 'Segment',
          sortKey: 'name',
          wrap: true,
          cell: (segment) => (
            <span className={styles.segment}>
              <SegmentTile segmentKey={segment.key} size="18px" />
              <span className={styles.words}>
                <span className={styles.name}>
                  <AnchorLink c="inherit" fw={600} to="/w/$workspace/segments/$segmentKey" params={{ workspace, segmentKey: segment.key }}>
                    {segment.name}
                  </AnchorLink>
                  <SegmentState segment={segment} />
                </span>
                <span className={styles.about}>{segment.description || segment.definition}</span>
              </span>
            </span>
          ),
        },
        { id: 'kind', header: 'Made by', from: 'wide', sortKey: 'kind', cell: ({ kind }) => (kind === 'rfm' ? 'RFM model' : 'Definition') },
        { id: 'size', header: 'Customers', numeric: true, sortKey: 'size', cell: (segment) => (isCounted(segment) ? formatCount(segment.size) : nothing) },
        { id: 'share', header: 'Share', from: 'medium', sortKey: 'share', cell: (segment) => (isCounted(segment) ? <ShareBar share={segment.share} colour={segmentColour(segment.key)} /> : nothing) },
        {
          id: 'trend',
          header: 'Trend',
          from: 'medium',
          cell: (segment) => <Sparkline values={segment.trend.map(({ size }) => size)} label={trendLabel(segment)} colour={segmentColour(segment.key)} />,
        },
        {
          id: 'change',
          header: 'Last month',
          numeric: true,
          sortKey: 'sizeChange',
          cell: ({ key, sizeChange }) => <Change value={sizeChange} comparedWith="a month ago" growthIsGood={growthIsGood(key)} />,
        },
        { id: 'updated', header: 'Updated', from: 'wide', sortKey: 'updatedAt', cell: ({ updatedAt }) => formatDate(updatedAt) },
      ]}
    />
  );
}
