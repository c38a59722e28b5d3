import { Button } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { ProblemMessage } from '@/components/problem-message';
import { StateMessage } from '@/components/state-message';
import { LineSkeleton } from '@/components/tile-skeleton';
import { formatDateTime } from '@/lib/format/dates';
import { useWorkspace } from '@/lib/workspace/workspace-context';
import { eventsQuery, type ProfileEvent } from '../api/get-events';
import styles from './event-timeline.module.css';

const shownProperties = 4;

function wordFor(value: unknown): string {
  return typeof value === 'object' && value !== null ? JSON.stringify(value) : String(value);
}

function EventEntry({ event }: { event: ProfileEvent }) {
  const properties = Object.entries(event.properties).slice(0, shownProperties);
  return (
    <li className={styles.entry}>
      <time className={styles.when} dateTime={event.time}>
        {formatDateTime(event.time)}
      </time>
      <span className={styles.name}>{event.name || event.type}</span>
      <span className={styles.properties}>
        {properties.map(([name, value]) => (
          <span key={name}>
            {name}: <b>{wordFor(value)}</b>
          </span>
        ))}
      </span>
    </li>
  );
}

export function EventTimeline({ profileId }: { profileId: string }) {
  const { key: workspace } = useWorkspace();
  const events = useInfiniteQuery(eventsQuery(workspace, profileId));
  if (events.isPending) return <LineSkeleton lines={8} label="Loading the events" />;
  if (events.isError) return <ProblemMessage error={events.error} onRetry={() => void events.refetch()} />;
  const all = events.data.pages.flatMap(({ items }) => items);
  if (all.length === 0) {
    return (
      <StateMessage mood="empty" title="No events">
        Nothing but orders is known about this customer.
      </StateMessage>
    );
  }
  return (
    <>
      <ol className={styles.events}>
        {all.map((event) => (
          <EventEntry key={event.id} event={event} />
        ))}
      </ol>
      {events.hasNextPage ? (
        <Button variant="default" size="sm" mt="md" loading={events.isFetchingNextPage} onClick={() => void events.fetchNextPage()}>
          Show earlier events
        </Button>
      ) : null}
    </>
  );
}
