import { IconCheck, IconHourglass } from '@tabler/icons-react';
import { StatusBadge } from '@/components/status-badge';
import { classes } from '@/lib/classes';
import { formatDateTime } from '@/lib/format/dates';
import type { Erasure } from '../api/erasures';
import styles from './erasure-list.module.css';

/** Every erasure: how far it is, and which backups still hold the person. */
export function ErasureList({ erasures }: { erasures: readonly Erasure[] }) {
  return (
    <ul className={styles.list} aria-label="Erasures">
      {erasures.map((erasure) => (
        <Entry key={erasure.id} erasure={erasure} />
      ))}
    </ul>
  );
}

function Entry({ erasure: { profileId, requestedAt, requestedBy, state, log, stateFile, engine, metadata, problem, finishedAt, backups } }: { erasure: Erasure }) {
  const isFinished = state === 'finished';
  const parts = [
    { name: 'Event log', is: log },
    { name: 'Pipeline', is: stateFile },
    { name: 'Engine and its files', is: engine },
    { name: 'Deliveries and lists', is: metadata },
  ];
  return (
    <li className={styles.entry}>
      <div className={styles.head}>
        <code>{profileId}</code>
        <span className={styles.note}>
          asked for {formatDateTime(requestedAt)} by {requestedBy}
          {finishedAt ? `, finished ${formatDateTime(finishedAt)}` : ''}
        </span>
        <span className={styles.state}>{isFinished ? <StatusBadge tone="good">Erased</StatusBadge> : <StatusBadge tone="busy">Under way</StatusBadge>}</span>
      </div>
      <ul className={styles.parts} aria-label="What is erased">
        {parts.map(({ name, is }) => {
          const isDone = is === 'done';
          const Mark = isDone ? IconCheck : IconHourglass;
          return (
            <li key={name} className={classes(isDone && styles.done)}>
              <Mark size={15} role="img" aria-label={isDone ? 'done' : 'waiting'} />
              {name}
            </li>
          );
        })}
      </ul>
      {problem ? (
        <p className={styles.problem} role="alert">
          {problem}
        </p>
      ) : null}
      {backups.length > 0 ? (
        <div className={styles.backups}>
          <p>Backups that hold this person still. Delete them, or erase again after one is restored:</p>
          <ul>
            {backups.map(({ directory, madeAt }) => (
              <li key={directory}>
                <code>{directory}</code> <span className={styles.note}>made {formatDateTime(madeAt)}</span>
              </li>
            ))}
          </ul>
        </div>
      ) : null}
    </li>
  );
}
