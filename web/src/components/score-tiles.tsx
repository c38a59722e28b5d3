import { classes } from '@/lib/classes';
import styles from './score-tiles.module.css';

interface ScoreTilesProps {
  /** What is scored, such as "Recency". */
  label: string;
  /** 1 to 5. */
  score: number;
  size?: 'small' | 'medium' | 'large';
}

const steps = [1, 2, 3, 4, 5];

/** A score from one to five as tiles; five turns to gold. */
export function ScoreTiles({ label, score, size = 'medium' }: ScoreTilesProps) {
  const className = classes(styles.gauge, styles[size], score === 5 && styles.best);
  return (
    <span className={className} role="img" aria-label={`${label} ${String(score)} of 5`}>
      {steps.map((step) => (
        <span key={step} className={classes(styles.tile, step <= score && styles.filled)} />
      ))}
    </span>
  );
}
