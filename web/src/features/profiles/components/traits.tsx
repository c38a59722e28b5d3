import { useQuery } from '@tanstack/react-query';
import { Expandable } from '@/components/expandable';
import { JsonView } from '@/components/json-view';
import { QueryView } from '@/components/query-view';
import { StateMessage } from '@/components/state-message';
import { LineSkeleton } from '@/components/tile-skeleton';
import { formatDateTime } from '@/lib/format/dates';
import { formatCount } from '@/lib/format/numbers';
import { formatValue } from '@/lib/format/values';
import { useWorkspace } from '@/lib/workspace/workspace-context';
import type { Profile } from '../api/get-profile';
import { type Trait, traitHistoryQuery, traitsQuery } from '../api/get-traits';
import styles from './traits.module.css';

/** What is known about a customer beside orders: each with who said it and when, and what it was before. */
export function Traits({ profile }: { profile: Profile }) {
  const { key: workspace } = useWorkspace();
  const traits = useQuery(traitsQuery(workspace, profile.id));
  const hasContext = Object.keys(profile.context).length > 0;
  return (
    <>
      <QueryView
        query={traits}
        skeleton={<LineSkeleton lines={6} label="Loading the traits" />}
        isEmpty={({ items }) => items.length === 0}
        empty={
          <StateMessage mood="empty" title="No traits">
            Traits come with customer files and identify calls.
          </StateMessage>
        }
      >
        {({ items }) => (
          <ul className={styles.traits} aria-label="Traits">
            {items.map((trait) => (
              <TraitEntry key={trait.name} profileId={profile.id} trait={trait} />
            ))}
          </ul>
        )}
      </QueryView>
      {hasContext ? (
        <div className={styles.context}>
          <JsonView value={profile.context} label="Latest context of their calls" />
        </div>
      ) : null}
    </>
  );
}

export function sourceName(source: string): string {
  return source || 'imported';
}

function TraitEntry({ profileId, trait: { name, value, time, source, changes } }: { profileId: string; trait: Trait }) {
  return (
    <li className={styles.trait}>
      <Expandable
        className={styles.line}
        line={
          <>
            <span className={styles.name}>{name}</span>
            <span className={styles.value}>{formatValue(value)}</span>
            <span className={styles.note}>{sourceName(source)}</span>
            <span className={styles.note}>{formatDateTime(time)}</span>
            <span className={styles.changes}>{changes === 0 ? '' : `changed ${changes === 1 ? 'once' : `${formatCount(changes)} times`}`}</span>
          </>
        }
      >
        <TraitHistory profileId={profileId} name={name} />
      </Expandable>
    </li>
  );
}

function TraitHistory({ profileId, name }: { profileId: string; name: string }) {
  const { key: workspace } = useWorkspace();
  const history = useQuery(traitHistoryQuery(workspace, profileId, name));
  return (
    <div className={styles.history}>
      <QueryView query={history} skeleton={<LineSkeleton lines={2} label={`Loading the history of ${name}`} />}>
        {({ items }) => (
          <ol aria-label={`History of ${name}`}>
            {items.map(({ value, time, source, messageId }) => (
              <li key={messageId}>
                <b>{formatValue(value)}</b>
                <span className={styles.note}>
                  from {formatDateTime(time)}, {sourceName(source)}
                </span>
              </li>
            ))}
          </ol>
        )}
      </QueryView>
    </div>
  );
}
