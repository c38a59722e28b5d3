import { VisuallyHidden } from '@mantine/core';
import styles from './tile-skeleton.module.css';

interface TileSkeletonProps {
  tiles?: number;
  /** The height of what replaces it, where that is known: filled with tiles, and cut there. */
  height?: number;
  label?: string;
}

const tilesThatFill = 640;

/** Tiles being laid: the loading state of charts and mosaics. */
export function TileSkeleton({ tiles = 60, height, label = 'Loading' }: TileSkeletonProps) {
  return (
    <div role="status">
      <VisuallyHidden>{label}</VisuallyHidden>
      <div className={styles.skeleton} style={height === undefined ? undefined : { height }} aria-hidden="true">
        {Array.from({ length: height === undefined ? tiles : tilesThatFill }, (_, index) => (
          <span key={index} className={styles.tile} style={{ animationDelay: `${String((index * 37) % 900)}ms` }} />
        ))}
      </div>
    </div>
  );
}

const widths = [92, 74, 84, 61, 88, 70, 79, 66];

interface TableSkeletonProps {
  rows: number;
  /** The height of one row: tables with drawings in them have higher ones. */
  rowHeight?: number;
  label: string;
}

const plainRowHeight = 44;
const headHeight = 39;

/** A table on its way, as high as its rows will be. */
export function TableSkeleton({ rows, rowHeight = plainRowHeight, label }: TableSkeletonProps) {
  return (
    <div role="status">
      <VisuallyHidden>{label}</VisuallyHidden>
      <div className={styles.table} style={{ paddingTop: headHeight }} aria-hidden="true">
        {Array.from({ length: rows }, (_, index) => (
          <div key={index} className={styles.row} style={{ height: rowHeight }}>
            <span className={styles.line} style={{ width: `${String(widths[index % widths.length])}%`, animationDelay: `${String((index * 90) % 900)}ms` }} />
          </div>
        ))}
      </div>
    </div>
  );
}

/** Lines of a text on their way. */
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
