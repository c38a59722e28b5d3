import { useQuery } from '@tanstack/react-query';
import { IconCheck, IconX } from '@tabler/icons-react';
import { QueryView } from '@/components/query-view';
import { LineSkeleton } from '@/components/tile-skeleton';
import { classes } from '@/lib/classes';
import { useWorkspace } from '@/lib/workspace/workspace-context';
import { explanationQuery } from '../api/explain-membership';
import styles from './why-in-segment.module.css';

/** The reason for a membership: one sentence, and the conditions with their cut-offs. */
export function WhyInSegment({ segmentKey, profileId }: { segmentKey: string; profileId: string }) {
  const { key: workspace } = useWorkspace();
  const explanation = useQuery(explanationQuery(workspace, segmentKey, profileId));
  return (
    <QueryView query={explanation} skeleton={<LineSkeleton lines={6} label="Loading the reason" />}>
      {({ sentence, conditions }) => (
        <>
          <p className={styles.sentence}>{sentence}</p>
          <ul className={styles.conditions}>
            {conditions.map(({ label, text, holds }) => (
              <li key={`${label} ${text}`} className={styles.condition}>
                <span className={classes(styles.mark, holds ? styles.holds : styles.fails)} role="img" aria-label={holds ? 'holds' : 'does not hold'}>
                  {holds ? <IconCheck size={13} stroke={3} aria-hidden="true" /> : <IconX size={13} stroke={3} aria-hidden="true" />}
                </span>
                <span>
                  <b>{label}</b> {text}
                </span>
              </li>
            ))}
          </ul>
        </>
      )}
    </QueryView>
  );
}
