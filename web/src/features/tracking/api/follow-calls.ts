import { followStream } from '@/lib/api/event-stream';
import type { paths } from '@/lib/api/schema';

export type LiveCall = paths['/api/events/live']['get']['responses'][200]['content']['text/event-stream'];

interface Listener {
  onOpen: () => void;
  onCall: (call: LiveCall) => void;
  onDropped: (count: number) => void;
}

/** Calls of a workspace as they arrive, until given up. */
export function followCalls(workspace: string, { onOpen, onCall, onDropped }: Listener, signal: AbortSignal): Promise<void> {
  return followStream(
    workspace,
    '/api/events/live',
    onOpen,
    ({ type, data }) => {
      if (type === 'call') onCall(JSON.parse(data) as LiveCall);
      if (type === 'dropped') onDropped((JSON.parse(data) as { dropped: number }).dropped);
    },
    signal,
  );
}
