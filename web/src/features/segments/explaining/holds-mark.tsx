import { IconCheck, IconX } from '@tabler/icons-react';
import { classes } from '@/lib/classes';
import styles from './why-in-segment.module.css';

/** Whether a condition holds, as a tile. */
export function HoldsMark({ holds }: { holds: boolean }) {
  return (
    <span className={classes(styles.mark, holds ? styles.holds : styles.fails)} role="img" aria-label={holds ? 'holds' : 'does not hold'}>
      {holds ? <IconCheck size={13} stroke={3} aria-hidden="true" /> : <IconX size={13} stroke={3} aria-hidden="true" />}
    </span>
  );
}
