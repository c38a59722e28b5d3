import { formatAgo } from '@/lib/format/ago';
import { formatDateTime, shownZone } from '@/lib/format/dates';
import { useNow } from '@/lib/use-now';

/** How long ago something was, with its instant at hand. */
export function TimeAgo({ time, never = 'never' }: { time: string | null | undefined; never?: string }) {
  const now = useNow();
  if (!time) return <span style={{ color: 'var(--ink-faint)' }}>{never}</span>;
  return (
    <time dateTime={time} title={`${formatDateTime(time)}, ${shownZone()}`}>
      {formatAgo(time, now)}
    </time>
  );
}
