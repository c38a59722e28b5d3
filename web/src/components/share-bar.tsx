import { formatShare } from '@/lib/format/numbers';
import styles from './share-bar.module.css';

/** A share as a number with a bar beneath it, drawn in the segment's colour or in lapis. */
export function ShareBar({ share, colour = 'var(--lapis)' }: { share: number; colour?: string }) {
  return (
    <span className={styles.share}>
      {formatShare(share)}
      <span className={styles.track} aria-hidden="true">
        <span className={styles.bar} style={{ width: `${String(Math.min(100, Math.max(0, share * 100)))}%`, background: colour }} />
      </span>
    </span>
  );
}
