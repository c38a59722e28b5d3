import { ScoreTiles } from '@/components/score-tiles';
import { formatDaysBack } from '@/lib/format/dates';
import { formatCount, formatMoney } from '@/lib/format/numbers';
import { useWorkspace } from '@/lib/workspace/workspace-context';
import type { Profile } from '../api/get-profile';
import styles from './rfm-scores.module.css';

/** The three scores as gauges, each with the number it stands for. */
export function RfmScores({ rfm }: { rfm: NonNullable<Profile['rfm']> }) {
  const { currency } = useWorkspace();
  const { recencyDays, referenceDate, frequency, monetary, scores, isNet } = rfm;
  const gauges = [
    { label: 'Recency', score: scores.recency, value: formatDaysBack(recencyDays, referenceDate) },
    { label: 'Frequency', score: scores.frequency, value: `${formatCount(frequency)} ${frequency === 1 ? 'order' : 'orders'}` },
    { label: 'Monetary', score: scores.monetary, value: `${formatMoney(monetary, currency)}, returns ${isNet ? '' : 'not '}taken off` },
  ];
  return (
    <ul className={styles.gauges}>
      {gauges.map(({ label, score, value }) => (
        <li key={label} className={styles.gauge}>
          <span className={styles.label}>{label}</span>
          <ScoreTiles size="large" label={label} score={score} />
          <span className={styles.value}>{value}</span>
        </li>
      ))}
    </ul>
  );
}
