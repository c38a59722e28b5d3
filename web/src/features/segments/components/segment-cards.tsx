import { Link } from '@tanstack/react-router';
import { Change } from '@/components/change';
import { SegmentTile } from '@/components/segment-name';
import { Sparkline } from '@/components/sparkline';
import { segmentColour } from '@/config/segment-colours';
import { growthIsGood } from '@/config/segment-mood';
import { formatCount, formatMoneyShort, formatShare } from '@/lib/format/numbers';
import { useWorkspace } from '@/lib/workspace/workspace-context';
import type { SegmentSummary } from '../api/get-segments';
import styles from './segment-cards.module.css';
import { trendLabel } from './segment-table';

function SegmentCard({ segment }: { segment: SegmentSummary }) {
  const { key: workspace, currency } = useWorkspace();
  const { key, name, description, advice, size, share, revenueShare, averageValue, sizeChange, trend } = segment;
  return (
    <li className={styles.card}>
      <header className={styles.head}>
        <SegmentTile segmentKey={key} size="18px" />
        <h2 className={styles.name}>
          <Link className={styles.link} to="/w/$workspace/segments/$segmentKey" params={{ workspace, segmentKey: key }}>
            {name}
          </Link>
        </h2>
        <Sparkline values={trend.map((point) => point.size)} label={trendLabel(segment)} colour={segmentColour(key)} width={84} />
      </header>
      <p className={styles.description}>{description}</p>
      <dl className={styles.figures}>
        <div>
          <dt>Customers</dt>
          <dd>
            {formatCount(size)} <span className={styles.aside}>{formatShare(share)}</span>
          </dd>
        </div>
        <div>
          <dt>Of revenue</dt>
          <dd>{formatShare(revenueShare)}</dd>
        </div>
        <div>
          <dt>Value each</dt>
          <dd>{formatMoneyShort(averageValue, currency)}</dd>
        </div>
        <div>
          <dt>Last month</dt>
          <dd>
            <Change value={sizeChange} comparedWith="a month ago" growthIsGood={growthIsGood(key)} />
          </dd>
        </div>
      </dl>
      <p className={styles.advice}>{advice}</p>
    </li>
  );
}

export function SegmentCards({ segments }: { segments: readonly SegmentSummary[] }) {
  return (
    <ul className={styles.cards}>
      {segments.map((segment) => (
        <SegmentCard key={segment.key} segment={segment} />
      ))}
    </ul>
  );
}
