import { formatDateTime } from '@/lib/format/dates';
import { formatCount } from '@/lib/format/numbers';
import { formatSentence } from '@/lib/format/sentences';
import type { ExplainedPart } from '../api/explain-membership';
import styles from './explanation-tree.module.css';
import { HoldsMark } from './holds-mark';

/** A definition part by part: what holds, what was seen, which events decided, and what time alone will change. */
export function ExplanationTree({ root }: { root: ExplainedPart }) {
  return (
    <ul className={styles.tree} aria-label="The definition, part by part">
      <Part part={root} />
    </ul>
  );
}

function Part({ part }: { part: ExplainedPart }) {
  const { holds, sentence, text, children, changesAt } = part;
  return (
    <li className={styles.part}>
      <HoldsMark holds={holds} />
      <div className={styles.words}>
        <span className={styles.sentence}>{formatSentence(sentence)}</span>
        {children.length === 0 ? <code className={styles.text}>{text}</code> : null}
        {changesAt ? <span className={styles.note}>changes by itself on {formatDateTime(changesAt)}</span> : null}
        <DecidingEvents part={part} />
        {children.length > 0 ? (
          <ul className={styles.tree}>
            {children.map((child, index) => (
              <Part key={`${String(index)} ${child.text}`} part={child} />
            ))}
          </ul>
        ) : null}
      </div>
    </li>
  );
}

function DecidingEvents({ part: { events, moreEvents } }: { part: ExplainedPart }) {
  if (events.length === 0) return null;
  const count = events.length + moreEvents;
  return (
    <details className={styles.events}>
      <summary>{count === 1 ? 'The event that decided it' : `The ${formatCount(count)} events that decided it`}</summary>
      <ul>
        {events.map(({ messageId, name, time, properties }) => (
          <li key={messageId}>
            <b>{name}</b> <span className={styles.note}>{formatDateTime(time)}</span>
            {hasContent(properties) ? <code className={styles.text}>{JSON.stringify(properties)}</code> : null}
          </li>
        ))}
        {moreEvents > 0 ? <li className={styles.note}>and {formatCount(moreEvents)} more</li> : null}
      </ul>
    </details>
  );
}

function hasContent(properties: unknown): boolean {
  return typeof properties === 'object' && properties !== null && Object.keys(properties).length > 0;
}
