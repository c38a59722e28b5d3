import { useQuery } from '@tanstack/react-query';
import { formatCount } from '@/lib/format/numbers';
import { useWorkspace } from '@/lib/workspace/workspace-context';
import { rfmQuery } from '../api/get-rfm';

/** Says that trends and changes are still being computed, and how far that is; nothing once they are there. */
export function PastNote() {
  const { key: workspace } = useWorkspace();
  const { data } = useQuery(rfmQuery(workspace));
  // While the present is being computed, the past waits, and other words say so.
  if (data?.state !== 'ready' || data.past.state === 'ready') return null;
  const { months, done } = data.past;
  return (
    <span role="status">
      Trends and changes are being computed{months > 0 ? `: ${formatCount(done)} of ${formatCount(months)} months of the past are done` : ''} …
    </span>
  );
}
