import { Expandable } from '@/components/expandable';
import { JsonView } from '@/components/json-view';
import { formatClock } from '@/lib/format/dates';
import { formatValue } from '@/lib/format/values';
import type { ProfileEvent } from '../api/get-events';
import { eventName } from '../event-days';
import styles from './event-timeline.module.css';

const shownProperties = 4;

/** One event in a line; everything it said on demand. */
export function EventEntry({ event }: { event: ProfileEvent }) {
  const { time, type, properties, context } = event;
  return (
    <li className={styles.entry}>
      <Expandable
        className={styles.line}
        line={
          <>
            <time className={styles.when} dateTime={time}>
              {formatClock(time)}
            </time>
            <span className={styles.name}>{eventName(event)}</span>
            <span className={styles.properties}>
              {Object.entries(properties)
                .slice(0, shownProperties)
                .map(([name, value]) => (
                  <span key={name}>
                    {name}: <b>{formatValue(value)}</b>
                  </span>
                ))}
            </span>
          </>
        }
      >
        <div className={styles.details}>
          <JsonView value={properties} label={type === 'identify' || type === 'group' ? 'Traits' : 'Properties'} />
          {Object.keys(context).length > 0 ? <JsonView value={context} label="Context" /> : null}
        </div>
      </Expandable>
    </li>
  );
}
