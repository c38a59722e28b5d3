import { Button, Group } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useNavigate } from '@tanstack/react-router';
import { Dialog } from '@/components/dialog';
import { AnchorLink } from '@/components/links';
import { asProblem } from '@/lib/api/problem';
import { useWorkspace } from '@/lib/workspace/workspace-context';
import { dependantsOf, useDeleteSegment } from '../api/delete-segment';

interface DeleteSegmentProps {
  segmentKey: string;
  name: string;
  opened: boolean;
  onClose: () => void;
}

/** Asks before a segment is deleted, and says which others stand in the way. */
export function DeleteSegment({ segmentKey, name, opened, onClose }: DeleteSegmentProps) {
  const { key: workspace } = useWorkspace();
  const navigate = useNavigate();
  const deletion = useDeleteSegment(segmentKey);
  const dependants = deletion.isError ? dependantsOf(deletion.error) : [];

  function remove() {
    deletion.mutate(undefined, {
      onSuccess: () => {
        notifications.show({ color: 'teal', title: 'Deleted', message: `${name} is gone.` });
        void navigate({ to: '/w/$workspace/segments', params: { workspace } });
      },
    });
  }

  function close() {
    deletion.reset();
    onClose();
  }

  return (
    <Dialog opened={opened} onClose={close} title={`Delete ${name}?`}>
      {deletion.isError ? (
        <div role="alert">
          <p>{asProblem(deletion.error).message}</p>
          {dependants.length > 0 ? (
            <ul>
              {dependants.map((key) => (
                <li key={key}>
                  <AnchorLink to="/w/$workspace/segments/$segmentKey" params={{ workspace, segmentKey: key }} onClick={close}>
                    {key}
                  </AnchorLink>
                </li>
              ))}
            </ul>
          ) : null}
        </div>
      ) : (
        <p>Its definition, its versions and its history go with it. This cannot be undone.</p>
      )}
      <Group mt="lg" justify="flex-end">
        <Button variant="default" data-autofocus onClick={close}>
          Keep it
        </Button>
        <Button color="red" loading={deletion.isPending} disabled={dependants.length > 0} onClick={remove}>
          Delete
        </Button>
      </Group>
    </Dialog>
  );
}
