import type { ReactNode } from 'react';
import { classes } from '@/lib/classes';
import styles from './arrival-progress.module.css';
import { ArrivalProgress } from './arrival-progress';
import { useArrival } from './use-arrival';

interface NothingYetProps {
  /** When the content was asked for last. */
  askedAt: number;
  /** What to say when nothing is on its way either. */
  children: ReactNode;
  /** In a panel whose content reaches its edges. */
  inset?: boolean;
}

/** In place of a content that is not there: how far it is on its way, or what to do when it is not. */
export function NothingYet({ askedAt, children, inset = false }: NothingYetProps) {
  const arrival = useArrival(askedAt);
  if (arrival.kind === 'none') return <div className={classes(inset && styles.inset)}>{children}</div>;
  return (
    <div className={classes(inset && styles.inset)} role="status">
      <ArrivalProgress arrival={arrival} />
    </div>
  );
}
