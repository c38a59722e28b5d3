import { type ReactNode, useId } from 'react';
import { classes } from '@/lib/classes';
import { ErrorBoundary } from './error-boundary';
import styles from './panel.module.css';

interface PanelProps {
  title: string;
  description?: ReactNode;
  actions?: ReactNode;
  /** Lets a table or a list reach the panel's edges. */
  flush?: boolean;
  className?: string | undefined;
  children: ReactNode;
}

/** One labelled region of a screen. A fault inside stays inside. */
export function Panel({ title, description, actions, flush = false, className, children }: PanelProps) {
  const id = useId();
  return (
    <section className={classes(styles.panel, className)} aria-labelledby={id}>
      <header className={styles.head}>
        <div>
          <h2 id={id}>
            {title}
          </h2>
          {description ? <div className={styles.description}>{description}</div> : null}
        </div>
        {actions ? <div className={styles.actions}>{actions}</div> : null}
      </header>
      <div className={classes(styles.body, flush && styles.flush)}>
        <ErrorBoundary>{children}</ErrorBoundary>
      </div>
    </section>
  );
}
