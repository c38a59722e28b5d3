import { DownloadButton } from '@/components/download-button';
import { Figure } from '@/components/figure';
import { Figures } from '@/components/figures';
import { countedName } from '@/config/line-kinds';
import { formatCount, formatWholeShare } from '@/lib/format/numbers';
import type { ImportDetail } from '../api/get-import';
import styles from './import-result.module.css';

function perSecond({ rowsRead, startedAt, finishedAt }: ImportDetail): string | null {
  if (!startedAt || !finishedAt) return null;
  const seconds = (new Date(finishedAt).getTime() - new Date(startedAt).getTime()) / 1000;
  return seconds > 0 ? `${formatCount(rowsRead / seconds)} rows a second` : null;
}

/** When most rows were refused, something is wrong with how the file was read rather than with its rows. */
function MostlyRejected({ job }: { job: ImportDetail }) {
  if (job.rowsRejected * 2 <= job.rowsRead) return null;
  const commonest = job.rejections[0];
  return (
    <p role="alert" className={styles.warning}>
      <b>{formatWholeShare(job.rowsRejected / job.rowsRead)} of the rows were rejected</b>
      {commonest ? `, mostly because ${commonest.reason}${commonest.column ? ` (column ${commonest.column})` : ''}` : ''}. Check how the file was read below, and import it again with
      what is right.
    </p>
  );
}

/** What became of every row: taken, known already, refused; and what the taken ones are. */
export function ImportResult({ job }: { job: ImportDetail }) {
  const counts = Object.entries(job.counts).filter(([, count]) => count > 0);
  return (
    <div className={styles.result}>
      <MostlyRejected job={job} />
      <Figures>
        <Figure label="Rows read" value={formatCount(job.rowsRead)} note={perSecond(job)} />
        <Figure label="Accepted" value={formatCount(job.rowsAccepted)} note="new in this workspace" />
        <Figure label="Known already" value={formatCount(job.rowsDuplicate)} note="left as they were" />
        <Figure label="Rejected" value={formatCount(job.rowsRejected)} note={job.rowsRejected > 0 ? 'with line, column and reason' : 'every row was understood'} />
      </Figures>
      {job.rowsRejected > 0 && job.rejectedUrl ? (
        <div>
          <DownloadButton path={job.rejectedUrl} fileName={`${job.fileName}-rejected.csv`}>
            Download the rejected rows
          </DownloadButton>
        </div>
      ) : null}
      {counts.length > 0 ? (
        <section aria-label="What the rows are">
          <h3>What the rows are</h3>
          <ul className={styles.counts}>
            {counts.map(([kind, count]) => (
              <li key={kind}>
                <span>{countedName(kind)}</span>
                <b>{formatCount(count)}</b>
              </li>
            ))}
          </ul>
        </section>
      ) : null}
    </div>
  );
}
