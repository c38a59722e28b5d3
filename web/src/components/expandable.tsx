import { IconChevronRight } from '@tabler/icons-react';
import { type ReactNode, useState } from 'react';
import { classes } from '@/lib/classes';
import styles from './expandable.module.css';

interface ExpandableProps {
  /** Lays out the columns of the line, the first of which, 15 pixels wide, is the arrow's. */
  className?: string | undefined;
  line: ReactNode;
  /** What else can be done with the line, at its end. */
  actions?: ReactNode;
  isOpenAtFirst?: boolean;
  children: ReactNode;
}

/** A line that is a button, and what it opens; that is made only once it is open. */
export function Expandable({ className, line, actions, isOpenAtFirst = false, children }: ExpandableProps) {
  const [isOpen, setOpen] = useState(isOpenAtFirst);
  const summary = (
    <button type="button" className={classes(styles.summary, className)} aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
      <IconChevronRight className={styles.arrow} size={15} aria-hidden="true" />
      {line}
    </button>
  );
  return (
    <>
      {actions ? (
        <div className={styles.line}>
          {summary}
          {actions}
        </div>
      ) : (
        summary
      )}
      {isOpen ? children : null}
    </>
  );
}
