import { VisuallyHidden } from '@mantine/core';
import styles from './tile-skeleton.module.css';

/** Tiles being laid: the loading state of charts and mosaics. */
export function TileSkeleton({ tiles = 60, label = 'Loading' }: { tiles?: number; label?: string }) {
  return (
    <div role="status">
      <VisuallyHidden>{label}</VisuallyHidden>
      <div className={styles.skeleton} aria-hidden="true">
        {Array.from({ length: tiles }, (_, index) => (
          <span key={index} className={styles.tile} style={{ animationDelay: `${String((index * 37) % 900)}ms` }} />
        ))}
      </div>
    </div>
  );
}

const widths = [92, 74, 84, 61, 88, 70, 79, 66];

/** Lines of a table or a text on their way. */
export function LineSkeleton({ lines = 5, label = 'Loading' }: { lines?: number; label?: string }) {
  return (
    <div role="status">
      <VisuallyHidden>{label}</VisuallyHidden>
      <div className={styles.lines} aria-hidden="true">
        {Array.from({ length: lines }, (_, index) => (
          <span
            key={index}
            className={styles.line}
            style={{ width: `${String(widths[index % widths.length])}%`, animationDelay: `${String(index * 90)}ms` }}
          />
        ))}
      </div>
    </div>
  );
}
