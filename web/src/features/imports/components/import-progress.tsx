import { ProgressMosaic } from '@/components/progress-mosaic';
import { formatBytes, formatCount, formatWholeShare } from '@/lib/format/numbers';
import type { ImportJob } from '../api/get-imports';
import { stateName } from '../import-state';
import styles from './import-progress.module.css';

function readSoFar({ state, bytesRead, bytesTotal, rowsRead }: ImportJob): string {
  if (state === 'queued') return 'It starts as soon as the one before it is done.';
  const rows = `${formatCount(rowsRead)} rows`;
  if (state === 'publishing') return `${rows} read; they become visible all at once.`;
  if (bytesTotal <= 0) return `${rows} so far.`;
  return `${rows} so far, ${formatWholeShare(Math.min(1, bytesRead / bytesTotal))} of ${formatBytes(bytesTotal)}.`;
}

interface ImportProgressProps {
  job: ImportJob;
  /** Says which file it is, where nothing else does. */
  named?: boolean;
}

/** How far a running import is. */
export function ImportProgress({ job, named = false }: ImportProgressProps) {
  const { state, bytesRead, bytesTotal, fileName } = job;
  const fraction = state === 'publishing' ? 1 : bytesTotal > 0 ? Math.min(1, bytesRead / bytesTotal) : null;
  return (
    <div className={styles.progress}>
      <p>
        {named ? (
          <>
            <b>{stateName(state)}</b> {fileName}.{' '}
          </>
        ) : null}
        {readSoFar(job)}
      </p>
      <ProgressMosaic label={stateName(state)} fraction={fraction} />
    </div>
  );
}
