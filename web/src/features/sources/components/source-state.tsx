import { StatusBadge } from '@/components/status-badge';
import type { Source } from '../api/get-sources';

/** Whether a source may send, and whether it ever did. */
export function SourceState({ source: { enabled, lastReceivedAt } }: { source: Pick<Source, 'enabled' | 'lastReceivedAt'> }) {
  if (!enabled) return <StatusBadge tone="quiet">Switched off</StatusBadge>;
  return lastReceivedAt ? <StatusBadge tone="good">Receiving</StatusBadge> : <StatusBadge tone="attention">Nothing yet</StatusBadge>;
}
