import { SegmentTile } from '@/components/segment-name';
import { segmentColour } from '@/config/segment-colours';
import { formatCount, formatShare } from '@/lib/format/numbers';
import type { Comparison } from '../api/compare-segments';
import styles from './comparison.module.css';

/** How two segments lie over each other: only the one, both, only the other. */
export function OverlapBar({ comparison }: { comparison: Comparison }) {
  const { a, b, both, onlyA, onlyB, union, jaccard } = comparison;
  const parts = [
    { id: 'a', label: `Only ${a.name}`, count: onlyA, background: segmentColour(a.key) },
    { id: 'both', label: 'Both', count: both, background: `repeating-linear-gradient(135deg, ${segmentColour(a.key)} 0 9px, ${segmentColour(b.key)} 9px 18px)` },
    { id: 'b', label: `Only ${b.name}`, count: onlyB, background: segmentColour(b.key) },
  ];
  const share = (count: number) => (union === 0 ? 0 : count / union);
  return (
    <div>
      <div className={styles.bar} role="img" aria-label={parts.map(({ label, count }) => `${label}: ${formatCount(count)}`).join(', ')}>
        {parts.map(({ id, count, background }) => (count === 0 ? null : <span key={id} className={styles.part} style={{ flexGrow: count, background }} />))}
      </div>
      <dl className={styles.legend}>
        {parts.map(({ id, label, count }) => (
          <div key={id} className={styles.entry}>
            <dt>
              {id === 'b' ? null : <SegmentTile segmentKey={a.key} size="12px" />}
              {id === 'a' ? null : <SegmentTile segmentKey={b.key} size="12px" />}
              {label}
            </dt>
            <dd>
              {formatCount(count)} <span className={styles.aside}>{formatShare(share(count))}</span>
            </dd>
          </div>
        ))}
      </dl>
      <p className={styles.aside}>
        Together {formatCount(union)} customers. {likeness(jaccard)}
      </p>
    </div>
  );
}

function likeness(jaccard: number): string {
  if (jaccard === 0) return 'Nobody is in both.';
  if (jaccard === 1) return 'They hold the same customers.';
  return `${formatShare(jaccard)} of them are in both.`;
}
