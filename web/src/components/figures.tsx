import type { ReactNode } from 'react';
import styles from './figures.module.css';

/** Key figures beside each other: four in a row, or two where there is less room. */
export function Figures({ children }: { children: ReactNode }) {
  return (
    <div className={styles.frame}>
      <dl className={styles.figures}>{children}</dl>
    </div>
  );
}
