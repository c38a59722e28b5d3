import { classes } from '@/lib/classes';
import styles from './progress-mosaic.module.css';

const tiles = 60;

interface ProgressMosaicProps {
  label: string;
  /** From 0 to 1, or null while the end is not known. */
  fraction: number | null;
}

/** Progress as tiles being laid. */
export function ProgressMosaic({ label, fraction }: ProgressMosaicProps) {
  const laid = fraction === null ? 0 : Math.floor(fraction * tiles);
  return (
    <div
      className={classes(styles.floor, fraction === null && styles.unknown)}
      role="progressbar"
      aria-label={label}
      aria-valuemin={0}
      aria-valuemax={100}
      {...(fraction === null ? {} : { 'aria-valuenow': Math.round(fraction * 100) })}
    >
      {Array.from({ length: tiles }, (_, index) => (
        <span key={index} className={classes(styles.tile, index < laid && styles.laid, index === laid - 1 && styles.last)} />
      ))}
    </div>
  );
}
