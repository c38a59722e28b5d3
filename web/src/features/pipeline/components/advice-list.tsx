import { IconAlertTriangle, IconCircleCheck } from '@tabler/icons-react';
import type { Advice } from '../advice';
import styles from './advice-list.module.css';

/** What is behind and what to do about it, or that nothing is. */
export function AdviceList({ advice }: { advice: readonly Advice[] }) {
  if (advice.length === 0) {
    return (
      <p className={styles.fine} role="status">
        <IconCircleCheck size={18} aria-hidden="true" />
        Everything keeps up.
      </p>
    );
  }
  return (
    <ul className={styles.advice} aria-label="What to do" role="alert">
      {advice.map(({ what, todo }) => (
        <li key={what}>
          <IconAlertTriangle size={18} aria-hidden="true" />
          <span>
            <b>{what}</b> {todo}
          </span>
        </li>
      ))}
    </ul>
  );
}
