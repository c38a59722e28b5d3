import { Button } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Panel } from '@/components/panel';
import { QueryView } from '@/components/query-view';
import { LineSkeleton } from '@/components/tile-skeleton';
import { asProblem } from '@/lib/api/problem';
import { formatDateTime } from '@/lib/format/dates';
import { useWorkspace } from '@/lib/workspace/workspace-context';
import { type SegmentVersion, versionsQuery } from '../api/get-versions';
import { useRestoreVersion } from '../api/restore-version';
import { VersionDiff } from './version-diff';
import styles from './versions.module.css';

/** Everything the segment ever was, what changed each time, and the way back. */
export function Versions({ segmentKey }: { segmentKey: string }) {
  const { key: workspace } = useWorkspace();
  const versions = useQuery(versionsQuery(workspace, segmentKey));
  return (
    <Panel title="Versions" description="What it was, when it was changed and by whom.">
      <QueryView query={versions} skeleton={<LineSkeleton lines={4} label="Loading the versions" />}>
        {({ items }) => (
          <ol className={styles.versions}>
            {items.map((version, index) => (
              <Version key={version.version} segmentKey={segmentKey} version={version} isCurrent={index === 0} />
            ))}
          </ol>
        )}
      </QueryView>
    </Panel>
  );
}

function Version({ segmentKey, version, isCurrent }: { segmentKey: string; version: SegmentVersion; isCurrent: boolean }) {
  const [open, setOpen] = useState(isCurrent);
  const restore = useRestoreVersion(segmentKey);
  const { version: number, changedAt, changedBy, definition } = version;

  function restored() {
    restore.mutate(number, {
      onSuccess: () => notifications.show({ color: 'teal', title: 'Restored', message: `The segment is what it was in version ${String(number)} again, as a new version.` }),
      onError: (error) => {
        const problem = asProblem(error);
        notifications.show({ color: 'red', title: problem.title, message: problem.message });
      },
    });
  }

  return (
    <li className={styles.version} data-current={isCurrent}>
      <div className={styles.head}>
        <h3>Version {number}</h3>
        <span className={styles.who}>
          {isCurrent ? 'in force, ' : ''}
          {formatDateTime(changedAt)}, by {changedBy}
        </span>
        <span className={styles.actions}>
          <Button size="compact-xs" variant="subtle" aria-expanded={open} onClick={() => setOpen(!open)}>
            {number === 1 ? 'What it said' : 'What changed'}
          </Button>
          {isCurrent ? null : (
            <Button size="compact-xs" variant="default" loading={restore.isPending} onClick={restored} aria-label={`Restore version ${String(number)}`}>
              Restore
            </Button>
          )}
        </span>
      </div>
      {open ? number === 1 ? <pre className={styles.definition}>{definition}</pre> : <VersionDiff segmentKey={segmentKey} from={number - 1} to={number} /> : null}
    </li>
  );
}
