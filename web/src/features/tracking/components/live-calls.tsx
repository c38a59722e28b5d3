import { Button, Switch, VisuallyHidden } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useState } from 'react';
import { Panel } from '@/components/panel';
import { ProblemMessage } from '@/components/problem-message';
import { StateMessage } from '@/components/state-message';
import { LineSkeleton } from '@/components/tile-skeleton';
import { shownZone } from '@/lib/format/dates';
import { formatCount } from '@/lib/format/numbers';
import { type CallFilter, noFilter } from '../call-filter';
import { isFound, mostKept } from '../call-list';
import { useArrivals } from '../use-arrivals';
import { type LiveCalls, useLiveCalls } from '../use-live-calls';
import { CallEntry } from './call-entry';
import { CallFilters } from './call-filters';
import styles from './live-calls.module.css';
import { StreamState } from './stream-state';

const pauseMs = 300;

/** Calls as they arrive, good or not. */
export function LiveCallsPanel() {
  const [isPaused, setPaused] = useState(false);
  const [readsOut, setReadsOut] = useState(false);
  const [filter, setFilter] = useState<CallFilter>(noFilter);
  const [asked] = useDebouncedValue(filter, pauseMs);
  const followed = useLiveCalls(isPaused, asked);
  const live: LiveCalls = asked === filter ? followed : { ...followed, connection: 'connecting' };
  const isFiltered = filter.text.trim() !== '' || filter.type !== null || filter.outcome !== 'all';
  const found = live.calls.filter((call) => isFound(call, filter));
  return (
    <Panel title="Arriving now" flush actions={<StreamState live={live} isPaused={isPaused} onPause={() => setPaused(!isPaused)} />}>
      <div className={styles.bar}>
        <CallFilters filter={filter} onChange={setFilter} />
        <Switch size="xs" label="Read new events out" checked={readsOut} onChange={(event) => setReadsOut(event.currentTarget.checked)} />
      </div>
      <Announcement seen={live.seen} />
      {found.length === 0 ? (
        <Nothing live={live} isFiltered={isFiltered} onEverything={() => setFilter(noFilter)} />
      ) : (
        <ol className={styles.calls} role="log" aria-label="Events as they arrive" aria-live={readsOut && !isPaused ? 'polite' : 'off'} aria-relevant="additions">
          {found.map((call) => (
            <CallEntry key={call.number} call={call} />
          ))}
        </ol>
      )}
      <p className={styles.note}>
        {formatCount(live.seen)} since you came{live.dropped > 0 ? `, of which ${formatCount(live.dropped)} came too fast to be shown` : ''}. The last {formatCount(mostKept)} stay here{isFiltered ? `; ${formatCount(found.length)} of the ${formatCount(live.calls.length)} here fit the filter, and of what arrives only what fits it is sent here` : ''}. Times are in {shownZone()}.
      </p>
    </Panel>
  );
}

function Announcement({ seen }: { seen: number }) {
  const arrived = useArrivals(seen);
  return <VisuallyHidden role="status">{arrived === null ? '' : arrived === 0 ? 'No new events' : `${formatCount(arrived)} new events in the last ten seconds`}</VisuallyHidden>;
}

interface NothingProps {
  live: LiveCalls;
  isFiltered: boolean;
  onEverything: () => void;
}

function Nothing({ live: { connection, problem }, isFiltered, onEverything }: NothingProps) {
  if (problem && connection === 'lost') return <ProblemMessage error={problem} />;
  if (isFiltered) {
    return (
      <StateMessage
        mood="empty"
        title="Listening for what fits the filter …"
        actions={
          <Button size="sm" variant="default" onClick={onEverything}>
            Show everything
          </Button>
        }
      >
        Nothing here fits it. The server looks through all that arrives, and sends what fits within a moment.
      </StateMessage>
    );
  }
  if (connection === 'connecting') {
    return (
      <div className={styles.skeleton}>
        <LineSkeleton lines={6} label="Loading the stream" />
      </div>
    );
  }
  return (
    <StateMessage mood="empty" title="Listening …">
      Nothing has come since you opened this page. Events show here within a moment of being sent.
    </StateMessage>
  );
}
