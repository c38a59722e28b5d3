import { useQuery } from '@tanstack/react-query';
import { IconClock } from '@tabler/icons-react';
import { QueryView } from '@/components/query-view';
import { LineSkeleton } from '@/components/tile-skeleton';
import { formatDateTime } from '@/lib/format/dates';
import { formatSentence } from '@/lib/format/sentences';
import { useWorkspace } from '@/lib/workspace/workspace-context';
import { type Explanation, explanationQuery } from '../api/explain-membership';
import { ExplanationTree } from './explanation-tree';
import { HoldsMark } from './holds-mark';
import { SmallestChangeCard } from './smallest-change';
import styles from './why-in-segment.module.css';

/** The reason for a membership: in a sentence, part by part, and what would change it. */
export function WhyInSegment({ segmentKey, profileId }: { segmentKey: string; profileId: string }) {
  const { key: workspace } = useWorkspace();
  const explanation = useQuery(explanationQuery(workspace, segmentKey, profileId));
  return (
    <QueryView query={explanation} skeleton={<LineSkeleton lines={6} label="Loading the reason" />}>
      {(reason) => (
        <div className={styles.why}>
          <p className={styles.sentence}>{formatSentence(reason.sentence)}</p>
          <NextChange reason={reason} />
          {reason.conditions.length > 0 ? <Conditions conditions={reason.conditions} /> : null}
          {reason.root ? <ExplanationTree root={reason.root} /> : null}
          {reason.smallestChange ? <SmallestChangeCard change={reason.smallestChange} isMember={reason.member} /> : null}
        </div>
      )}
    </QueryView>
  );
}

function NextChange({ reason: { changesAt, changesTo } }: { reason: Explanation }) {
  if (!changesAt) return null;
  return (
    <p className={styles.next}>
      <IconClock size={16} aria-hidden="true" />
      {changesTo ? 'Belongs' : 'No longer belongs'} from {formatDateTime(changesAt)} on, if nothing else happens.
    </p>
  );
}

/** The conditions of a segment of the RFM model, with their cut-offs. */
function Conditions({ conditions }: Pick<Explanation, 'conditions'>) {
  return (
    <ul className={styles.conditions}>
      {conditions.map(({ label, text, holds }) => (
        <li key={`${label} ${text}`} className={styles.condition}>
          <HoldsMark holds={holds} />
          <span>
            <b>{label}</b> {text}
          </span>
        </li>
      ))}
    </ul>
  );
}
