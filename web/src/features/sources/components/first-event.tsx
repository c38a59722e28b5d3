import { useQuery } from '@tanstack/react-query';
import { AnchorLink } from '@/components/links';
import { classes } from '@/lib/classes';
import { formatCount } from '@/lib/format/numbers';
import { useWorkspace } from '@/lib/workspace/workspace-context';
import { sourceQuery } from '../api/get-source';
import styles from './first-event.module.css';

/** Waits for a source's first call, and says so the moment it is there. */
export function FirstEvent({ sourceKey }: { sourceKey: string }) {
  const { key: workspace } = useWorkspace();
  const source = useQuery(sourceQuery(workspace, sourceKey)).data;
  const received = Boolean(source?.lastReceivedAt);
  return (
    <div className={classes(styles.waiting, received && styles.received)}>
      <span className={styles.tiles} aria-hidden="true">
        <span className={styles.tile} />
        <span className={styles.tile} />
        <span className={styles.tile} />
      </span>
      <div>
        <p className={styles.title} role="status">
          {received ? 'Received: the source sends' : 'Waiting for the first event …'}
        </p>
        <p className={styles.note}>
          {received && source ? (
            <>
              {source.calls === 1 ? 'One call is' : `${formatCount(source.calls)} calls are`} stored.{' '}
              <AnchorLink size="sm" to="/w/$workspace/live" params={{ workspace }}>
                See them arrive
              </AnchorLink>
            </>
          ) : (
            'Paste the snippet and open your page, or run the call: it shows here within two seconds.'
          )}
        </p>
      </div>
    </div>
  );
}
