import { memo } from 'react';
import { Expandable } from '@/components/expandable';
import { AnchorLink } from '@/components/links';
import { JsonView } from '@/components/json-view';
import { classes } from '@/lib/classes';
import { formatClock } from '@/lib/format/dates';
import { formatText } from '@/lib/format/text';
import { formatValue } from '@/lib/format/values';
import { useWorkspace } from '@/lib/workspace/workspace-context';
import type { LiveCall } from '../api/follow-calls';
import type { ShownCall } from '../call-list';
import styles from './call-entry.module.css';

const shownProperties = 3;

function gist(properties: unknown): string {
  if (typeof properties !== 'object' || properties === null) return '';
  return Object.entries(properties)
    .slice(0, shownProperties)
    .map(([name, value]) => `${name}: ${formatValue(value)}`)
    .join(', ');
}

/** One call in a line; everything it said on demand. */
export const CallEntry = memo(function CallEntry({ call }: { call: ShownCall }) {
  const { accepted, receivedAt, type, name, userId, anonymousId, source, reason, properties } = call;
  const title = accepted ? (name ?? userId ?? anonymousId ?? '') : 'Kept aside';
  return (
    <li className={classes(styles.entry, !accepted && styles.refused)}>
      <Expandable
        className={styles.line}
        line={
          <>
            <time className={styles.when} dateTime={receivedAt}>
              {formatClock(receivedAt)}
            </time>
            <span className={styles.type}>{accepted ? type : 'refused'}</span>
            <span className={styles.name}>{title}</span>
            <span className={styles.gist}>{accepted ? gist(properties) : reason}</span>
            <span className={styles.source}>{source}</span>
          </>
        }
      >
        <Details call={call} />
      </Expandable>
    </li>
  );
});

function Details({ call: { accepted, profileId, userId, anonymousId, time, properties, context, reason, field, type } }: { call: LiveCall }) {
  return (
    <div className={styles.details}>
      {accepted ? (
        <p className={styles.facts}>
          <span>
            By <Who profileId={profileId} name={userId ?? anonymousId} />
          </span>
          <span>happened {formatClock(time)}</span>
        </p>
      ) : (
        <p className={styles.reason}>
          {reason}
          {field ? (
            <>
              {' '}
              (<code>{field}</code>)
            </>
          ) : null}
        </p>
      )}
      <div className={styles.data}>
        {properties ? <JsonView value={properties} label={type === 'identify' || type === 'group' ? 'Traits' : 'Properties'} /> : null}
        {context ? <JsonView value={context} label="Context" /> : null}
      </div>
    </div>
  );
}

function Who({ profileId, name }: { profileId: string | null; name: string | null }) {
  const { key: workspace } = useWorkspace();
  if (profileId === null) return <>{formatText(name)}</>;
  return (
    <AnchorLink size="sm" to="/w/$workspace/customers/$profileId" params={{ workspace, profileId }}>
      {name ?? 'a customer'}
    </AnchorLink>
  );
}
