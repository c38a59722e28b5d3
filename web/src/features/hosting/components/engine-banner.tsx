import { useQuery } from '@tanstack/react-query';
import { IconAlertTriangle, IconRefresh } from '@tabler/icons-react';
import { classes } from '@/lib/classes';
import { asProblem } from '@/lib/api/problem';
import { systemQuery } from '../api/get-system';
import styles from './engine-banner.module.css';

/** Says that the engine, or the whole server, is away; nothing while all is well. */
export function EngineBanner() {
  const { data, error } = useQuery(systemQuery);
  if (error && asProblem(error).isTransient) {
    return (
      <div className={classes(styles.banner, styles.failed)} role="alert">
        <IconAlertTriangle size={18} aria-hidden="true" />
        Tessera does not answer. What you see may be out of date; this page reconnects by itself.
      </div>
    );
  }
  const engine = data?.engine;
  if (!engine || engine.state === 'ready') return null;
  if (engine.state === 'failed' || engine.state === 'stopped') {
    return (
      <div className={classes(styles.banner, styles.failed)} role="alert">
        <IconAlertTriangle size={18} aria-hidden="true" />
        The analytical engine has stopped. {engine.lastError ?? 'Restart ./tessera to bring it back.'}
      </div>
    );
  }
  return (
    <div className={styles.banner} role="status">
      <IconRefresh size={18} aria-hidden="true" />
      The analytical engine is {engine.state === 'starting' ? 'starting' : 'restarting'}. Figures appear again in a moment; nothing is lost.
    </div>
  );
}
