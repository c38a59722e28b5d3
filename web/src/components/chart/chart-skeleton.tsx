import { TileSkeleton } from '../tile-skeleton';
import styles from './chart.module.css';

interface ChartSkeletonProps {
  /** The height of the chart to come. */
  height?: number;
  label?: string;
}

/** A chart on its way, with the row of choices above it: as high as what replaces it. */
export function ChartSkeleton({ height = 280, label = 'Loading the chart' }: ChartSkeletonProps) {
  return (
    <>
      <div className={styles.bar} aria-hidden="true" />
      <TileSkeleton height={height} label={label} />
    </>
  );
}
