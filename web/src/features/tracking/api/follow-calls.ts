import { followStream } from '@/lib/api/event-stream';
import type { paths } from '@/lib/api/schema';
import type { CallFilter } from '../call-filter';

export type LiveCall = paths['/api/events/live']['get']['responses'][200]['content']['text/event-stream'];

interface Listener {
  onOpen: () => void;
  onCall: (call: LiveCall) => void;
  onDropped: (count: number) => void;
}

function queryOf({ text, type, outcome }: CallFilter): string {
  const query = new URLSearchParams();
  if (text.trim() !== '') query.set('search', text.trim());
  if (type !== null) query.set('type', type);
  if (outcome !== 'all') query.set('outcome', outcome);
  return query.size === 0 ? '' : `?${query.toString()}`;
}

/** Calls of a workspace as they arrive, those that fit the filter, until given up. */
export function followCalls(workspace: string, filter: CallFilter, { onOpen, onCall, onDropped }: Listener, signal: AbortSignal): Promise<void> {
  return followStream(
    workspace,
    `/api/events/live${queryOf(filter)}`,
    onOpen,
    ({ type, data }) => {
      if (type === 'call') onCall(JSON.parse(data) as LiveCall);
      if (type === 'dropped') onDropped((JSON.parse(data) as { dropped: number }).dropped);
    },
    signal,
  );
}
