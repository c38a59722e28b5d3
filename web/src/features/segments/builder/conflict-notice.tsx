import { Alert, Button, Group } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { formatDateTime } from '@/lib/format/dates';
import { useWorkspace } from '@/lib/workspace/workspace-context';
import { versionsQuery } from '../api/get-versions';
import styles from './conflict-notice.module.css';

interface ConflictNoticeProps {
  segmentKey: string;
  onTakeTheirs: (version: { version: number; name: string; description: string; definition: string }) => void;
  onKeepMine: (version: number) => void;
}

/** Somebody else saved the segment in the meantime: says who and what, and lets one of the two go on. */
export function ConflictNotice({ segmentKey, onTakeTheirs, onKeepMine }: ConflictNoticeProps) {
  const { key: workspace } = useWorkspace();
  const { data } = useQuery({ ...versionsQuery(workspace, segmentKey), refetchOnMount: 'always' });
  const theirs = data?.items[0];
  return (
    <Alert color="gold" title="Somebody changed this segment while you did" role="alert">
      {theirs ? (
        <>
          <p>
            {theirs.changedBy} saved version {theirs.version} on {formatDateTime(theirs.changedAt)}:
          </p>
          <pre className={styles.definition}>{theirs.definition}</pre>
          <Group gap="sm" mt="sm">
            <Button size="compact-sm" variant="default" onClick={() => onTakeTheirs(theirs)}>
              Go on with theirs
            </Button>
            <Button size="compact-sm" variant="default" onClick={() => onKeepMine(theirs.version)}>
              Save mine over it
            </Button>
          </Group>
        </>
      ) : null}
    </Alert>
  );
}
