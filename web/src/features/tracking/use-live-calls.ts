import { useEffect, useRef, useState } from 'react';
import { asProblem, type Problem } from '@/lib/api/problem';
import { useWorkspace } from '@/lib/workspace/workspace-context';
import { followCalls } from './api/follow-calls';
import type { CallFilter } from './call-filter';
import { mostKept, type ShownCall, withNewer } from './call-list';

const showEveryMs = 250;
const againAfterMs = 2_000;

export interface LiveCalls {
  calls: readonly ShownCall[];
  connection: 'connecting' | 'open' | 'lost';
  /** Why there is nothing to be seen; null while there is. */
  problem: Problem | null;
  /** Calls since the page was opened that fit the filter of their time, also those that were not shown. */
  seen: number;
  dropped: number;
  /** Calls that came while the list stood still. */
  waiting: number;
  clear: () => void;
}

/** Follows calls that fit a filter as they arrive. They are shown a few times a second, however many come, and the list never grows beyond what is kept. */
export function useLiveCalls(isPaused: boolean, filter: CallFilter): LiveCalls {
  const { key: workspace } = useWorkspace();
  const [calls, setCalls] = useState<readonly ShownCall[]>([]);
  const [connection, setConnection] = useState<LiveCalls['connection']>('connecting');
  const [problem, setProblem] = useState<Problem | null>(null);
  const [counts, setCounts] = useState({ seen: 0, dropped: 0, waiting: 0 });
  const arrived = useRef<ShownCall[]>([]);
  const tally = useRef({ seen: 0, dropped: 0 });
  const paused = useRef(isPaused);

  useEffect(() => {
    paused.current = isPaused;
  }, [isPaused]);

  useEffect(() => {
    const leaving = new AbortController();
    let again: ReturnType<typeof setTimeout> | undefined;

    function follow() {
      const listener = {
        onOpen: () => {
          setConnection('open');
          setProblem(null);
        },
        onCall: (call: Omit<ShownCall, 'number'>) => {
          // What was on its way when another filter was set comes again by the other stream.
          if (leaving.signal.aborted) return;
          tally.current.seen += 1;
          arrived.current.push({ ...call, number: tally.current.seen });
          if (arrived.current.length > mostKept) arrived.current.shift();
        },
        onDropped: (count: number) => {
          if (leaving.signal.aborted) return;
          tally.current.seen += count;
          tally.current.dropped += count;
        },
      };
      const lost = (error: unknown) => {
        if (leaving.signal.aborted) return;
        const reason = error ? asProblem(error) : null;
        setConnection('lost');
        setProblem(reason);
        // A refusal stays one; only what can heal by itself is tried again.
        if (!reason || reason.isTransient || reason.status < 0) again = setTimeout(follow, againAfterMs);
      };
      followCalls(workspace, filter, listener, leaving.signal).then(() => lost(null), lost);
    }

    follow();
    const show = setInterval(() => {
      const { seen, dropped } = tally.current;
      if (!paused.current && arrived.current.length > 0) {
        const newer = arrived.current;
        arrived.current = [];
        setCalls((before) => withNewer(before, newer));
      }
      const waiting = arrived.current.length;
      setCounts((before) => (before.seen === seen && before.dropped === dropped && before.waiting === waiting ? before : { seen, dropped, waiting }));
    }, showEveryMs);
    return () => {
      // Until the stream of another filter is open, nothing comes that only that one lets through.
      setConnection('connecting');
      leaving.abort();
      clearTimeout(again);
      clearInterval(show);
    };
  }, [workspace, filter]);

  return { calls, connection, problem, ...counts, clear: () => setCalls([]) };
}
