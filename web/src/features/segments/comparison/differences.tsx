import { segmentColour } from '@/config/segment-colours';
import { formatShare } from '@/lib/format/numbers';
import type { Comparison } from '../api/compare-segments';
import styles from './comparison.module.css';

export interface Difference {
  readonly id: string;
  readonly name: string;
  readonly shareA: number;
  readonly shareB: number;
}

interface DifferencesProps {
  comparison: Comparison;
  caption: string;
  differences: readonly Difference[];
  none: string;
}

const shown = 12;

/** Where the two differ most: a pair of bars for each. */
export function Differences({ comparison: { a, b }, caption, differences, none }: DifferencesProps) {
  if (differences.length === 0) return <p className={styles.aside}>{none}</p>;
  return (
    <ul className={styles.differences} aria-label={caption}>
      {differences.slice(0, shown).map(({ id, name, shareA, shareB }) => (
        <li key={id} className={styles.difference}>
          <span className={styles.what}>{name}</span>
          <Bar name={a.name} segmentKey={a.key} share={shareA} />
          <Bar name={b.name} segmentKey={b.key} share={shareB} />
        </li>
      ))}
    </ul>
  );
}

function Bar({ name, segmentKey, share }: { name: string; segmentKey: string; share: number }) {
  return (
    <span className={styles.measure} role="img" aria-label={`${name}: ${formatShare(share)}`}>
      <span className={styles.track}>
        <span className={styles.fill} style={{ width: `${String(share * 100)}%`, background: segmentColour(segmentKey) }} />
      </span>
      <span className={styles.number}>{formatShare(share)}</span>
    </span>
  );
}
