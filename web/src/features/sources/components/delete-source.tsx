import { useNavigate } from '@tanstack/react-router';
import { ConfirmDialog } from '@/components/confirm-dialog';
import { AnchorLink } from '@/components/links';
import { notifyDone } from '@/lib/notify';
import { useWorkspace } from '@/lib/workspace/workspace-context';
import { type SegmentUse, segmentsIn, useDeleteSource } from '../api/change-source';
import type { Source } from '../api/get-sources';

/** Asks before a source is deleted; segments that ask about its events are named before it happens all the same. */
export function DeleteSource({ source: { key, name }, onClose }: { source: Source; onClose: () => void }) {
  const { key: workspace } = useWorkspace();
  const navigate = useNavigate();
  const deletion = useDeleteSource(key);
  const uses = deletion.isError ? segmentsIn(deletion.error) : [];
  const isWarned = uses.length > 0;
  return (
    <ConfirmDialog
      opened
      harmful
      title={`Delete ${name}?`}
      action={isWarned ? 'Delete it all the same' : 'Delete'}
      keepWord="Keep it"
      busy={deletion.isPending}
      error={deletion.isError && !isWarned ? deletion.error : undefined}
      onClose={onClose}
      onConfirm={() =>
        deletion.mutate(
          { force: isWarned },
          {
            onSuccess: () => {
              notifyDone('Deleted', `${name} sends no more. What it sent is kept.`);
              void navigate({ to: '/w/$workspace/sources', params: { workspace } });
            },
          },
        )
      }
    >
      {isWarned ? <Uses uses={uses} /> : 'Its write key is refused from then on. What it has sent is kept.'}
    </ConfirmDialog>
  );
}

function Uses({ uses }: { uses: readonly SegmentUse[] }) {
  const { key: workspace } = useWorkspace();
  return (
    <div role="alert">
      <p>{uses.length === 1 ? 'A segment asks' : `${String(uses.length)} segments ask`} about events that it sends, and will change as these grow old:</p>
      <ul>
        {uses.map(({ key, name, events }) => (
          <li key={key}>
            <AnchorLink to="/w/$workspace/segments/$segmentKey" params={{ workspace, segmentKey: key }}>
              {name}
            </AnchorLink>
            : {events.join(', ')}
          </li>
        ))}
      </ul>
    </div>
  );
}
