import { useQuery } from '@tanstack/react-query';
import { VisuallyHidden } from '@mantine/core';
import { QueryView } from '@/components/query-view';
import { LineSkeleton } from '@/components/tile-skeleton';
import { useWorkspace } from '@/lib/workspace/workspace-context';
import { versionDiffQuery } from '../api/get-version-diff';
import styles from './versions.module.css';

interface VersionDiffProps {
  segmentKey: string;
  from: number;
  to: number;
}

const signs: Record<string, { sign: string; word: string }> = {
  added: { sign: '+', word: 'Added: ' },
  removed: { sign: '−', word: 'Removed: ' },
  same: { sign: ' ', word: '' },
};

/** The definition line by line, with what one version took away and added. */
export function VersionDiff({ segmentKey, from, to }: VersionDiffProps) {
  const { key: workspace } = useWorkspace();
  const diff = useQuery(versionDiffQuery(workspace, segmentKey, from, to));
  return (
    <QueryView query={diff} skeleton={<LineSkeleton lines={3} label="Loading what changed" />}>
      {({ lines, summary }) => (
        <>
          <p className={styles.summary}>{summary}</p>
          <ul className={styles.lines} aria-label={`From version ${String(from)} to version ${String(to)}`}>
            {lines.map(({ kind, text }, index) => (
              <li key={index} className={styles.line} data-kind={kind}>
                <span className={styles.sign} aria-hidden="true">
                  {signs[kind]?.sign}
                </span>
                <span>
                  <VisuallyHidden>{signs[kind]?.word}</VisuallyHidden>
                  {text}
                </span>
              </li>
            ))}
          </ul>
        </>
      )}
    </QueryView>
  );
}
