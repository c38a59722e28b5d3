import { Facts } from '@/components/facts';
import { TimeAgo } from '@/components/time-ago';
import { formatCount, formatDecimal, nothing } from '@/lib/format/numbers';
import type { Pipeline } from '../api/get-pipeline';

function count(value: number | null): string {
  return value === null ? nothing : formatCount(value);
}

function spread(value: { p50: number; p99: number } | null): string {
  return value ? `${formatDecimal(value.p50)} µs for half, ${formatDecimal(value.p99)} µs for 99 of 100` : nothing;
}

/** The evaluation of segments call by call. */
export function LiveFacts({ live }: { live: Pipeline['live'] }) {
  return (
    <Facts
      facts={[
        { name: 'Segments followed', value: formatCount(live.segments) },
        { name: 'Customers in memory', value: formatCount(live.customersInMemory) },
        { name: 'Customers with state', value: count(live.customersWithState) },
        { name: 'Evaluating a customer', value: spread(live.evaluateMicroseconds) },
        { name: 'Timers due now', value: count(live.timersDue) },
        { name: 'Timers waiting', value: count(live.timersWaiting) },
        { name: 'Next timer', value: <TimeAgo time={live.nextTimer} never={live.timersWaiting ? 'not within half a minute' : 'none'} /> },
      ]}
    />
  );
}

/** What comparing with the engine found. */
export function Differences({ differences }: { differences: Pipeline['live']['differences'] }) {
  if (!differences) return <>not compared yet</>;
  return (
    <>
      {differences.total === 0 ? 'none' : formatCount(differences.total)}, last compared <TimeAgo time={differences.lastCheckedAt} />
    </>
  );
}
