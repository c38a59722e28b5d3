import { Button, Select } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { ProblemMessage } from '@/components/problem-message';
import { StateMessage } from '@/components/state-message';
import { LineSkeleton } from '@/components/tile-skeleton';
import { formatDate } from '@/lib/format/dates';
import { formatCount } from '@/lib/format/numbers';
import { useWorkspace } from '@/lib/workspace/workspace-context';
import { type Doer, eventsQuery } from '../api/get-events';
import { byDay, eventName, namesOf } from '../event-days';
import { EventEntry } from './event-entry';
import styles from './event-timeline.module.css';

/** How many are shown of those that were fetched, and whether there are earlier ones. */
function countWords(shown: number, fetched: number, hasMore: boolean): string {
  if (shown < fetched) return `${formatCount(shown)} of ${hasMore ? 'the latest ' : ''}${formatCount(fetched)}`;
  return hasMore ? `the latest ${formatCount(fetched)}` : `all ${formatCount(fetched)}`;
}

/** What somebody did, day by day, newest first. */
export function EventTimeline({ of: doer }: { of: Doer }) {
  const { key: workspace } = useWorkspace();
  const events = useInfiniteQuery(eventsQuery(workspace, doer));
  const [name, setName] = useState<string | null>(null);
  if (events.isPending) return <LineSkeleton lines={8} label="Loading the events" />;
  if (events.isError) return <ProblemMessage error={events.error} onRetry={() => void events.refetch()} />;
  const all = events.data.pages.flatMap(({ items }) => items);
  if (all.length === 0) {
    return (
      <StateMessage mood="empty" title="No events">
        {'companyId' in doer ? 'Those who belong to it have done nothing so far.' : 'Nothing but orders is known about this customer.'}
      </StateMessage>
    );
  }
  const shown = name === null ? all : all.filter((event) => eventName(event) === name);
  return (
    <>
      <div className={styles.bar}>
        <Select
          size="xs"
          aria-label="Only events called"
          placeholder="Every event"
          clearable
          searchable
          data={namesOf(all).map(({ name: value, count }) => ({ value, label: `${value} (${formatCount(count)})` }))}
          value={name}
          onChange={setName}
        />
        <span className={styles.count}>
          {countWords(shown.length, all.length, events.hasNextPage)}
        </span>
      </div>
      {byDay(shown).map(({ day, events: ofDay }) => (
        <section key={day} aria-label={formatDate(day)}>
          <h3 className={styles.day}>{formatDate(day)}</h3>
          <ol className={styles.events}>
            {ofDay.map((event) => (
              <EventEntry key={event.id} event={event} />
            ))}
          </ol>
        </section>
      ))}
      {events.hasNextPage ? (
        <Button variant="default" size="sm" mt="md" loading={events.isFetchingNextPage} onClick={() => void events.fetchNextPage()}>
          Show earlier events
        </Button>
      ) : null}
    </>
  );
}
