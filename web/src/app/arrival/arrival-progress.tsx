import { ProgressMosaic } from '@/components/progress-mosaic';
import { LineSkeleton } from '@/components/tile-skeleton';
import { ImportProgress } from '@/features/imports/components/import-progress';
import styles from './arrival-progress.module.css';
import type { Arrival } from './use-arrival';

/** How far that is which is on its way. */
export function ArrivalProgress({ arrival }: { arrival: Exclude<Arrival, { kind: 'none' }> }) {
  switch (arrival.kind) {
    case 'unknown':
      return <LineSkeleton lines={3} label="Looking what is on its way" />;
    case 'import':
      return <ImportProgress job={arrival.job} named />;
    case 'simulation':
      return (
        <div className={styles.progress}>
          <p>Customers who buy as people do are being simulated, a year of them. This takes a few seconds.</p>
          <ProgressMosaic label="Simulating the customers" fraction={null} />
        </div>
      );
    case 'scoring':
      return (
        <div className={styles.progress}>
          <p>Every customer is being scored and put into a segment.</p>
          <ProgressMosaic label="Scoring the customers" fraction={null} />
        </div>
      );
  }
}
