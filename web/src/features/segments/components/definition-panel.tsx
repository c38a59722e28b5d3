import { Panel } from '@/components/panel';
import { formatDateTime } from '@/lib/format/dates';
import type { SegmentDetail } from '../api/get-segment';
import styles from './definition-panel.module.css';

/** Who belongs, in words and as it is written. */
export function DefinitionPanel({ segment: { definition, rules, version, updatedAt, updatedBy } }: { segment: SegmentDetail }) {
  return (
    <Panel title="Who belongs" description={`Version ${String(version ?? 1)}, ${formatDateTime(updatedAt)}${updatedBy ? `, by ${updatedBy}` : ''}`}>
      <p className={styles.reading}>{`${rules.charAt(0).toUpperCase()}${rules.slice(1)}.`}</p>
      <pre className={styles.definition}>{definition}</pre>
    </Panel>
  );
}
