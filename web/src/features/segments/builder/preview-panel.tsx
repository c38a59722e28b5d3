import { Badge } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import { IconGauge } from '@tabler/icons-react';
import { AnchorLink } from '@/components/links';
import { Panel } from '@/components/panel';
import { ProblemMessage } from '@/components/problem-message';
import { SegmentName } from '@/components/segment-name';
import { ShareBar } from '@/components/share-bar';
import { LineSkeleton } from '@/components/tile-skeleton';
import { segmentColour } from '@/config/segment-colours';
import { classes } from '@/lib/classes';
import { formatCountry } from '@/lib/format/countries';
import { formatCount, formatShare } from '@/lib/format/numbers';
import { profileTitle } from '@/lib/format/profile-title';
import { useWorkspace } from '@/lib/workspace/workspace-context';
import type { ParsedDefinition } from '../api/parse-definition';
import { type Preview, previewQuery } from '../api/preview-definition';
import styles from './preview-panel.module.css';
import type { Reading } from './use-definition';

interface PreviewPanelProps {
  reading: Reading;
  understood: ParsedDefinition | null;
  /** The segment that is edited: that its members are in it already says nothing. */
  editedKey: string | undefined;
}

const pauseMs = 250;

/** Who would belong as the definition stands: at once from a sample, then counted. */
export function PreviewPanel({ reading, understood, editedKey }: PreviewPanelProps) {
  const { key: workspace } = useWorkspace();
  const [definition] = useDebouncedValue(understood?.canonical ?? '', pauseMs);
  const sampled = useQuery({ ...previewQuery(workspace, definition, 'sampled'), enabled: definition !== '' });
  const isSampled = sampled.data !== undefined && !sampled.isPlaceholderData;
  const exact = useQuery({ ...previewQuery(workspace, definition, 'exact'), enabled: definition !== '' && isSampled && !sampled.data.exact });
  const counted = isSampled && sampled.data.exact ? sampled.data : exact.isPlaceholderData ? undefined : exact.data;
  const shown = counted ?? sampled.data;
  const behind = reading.state !== 'good' || definition !== understood?.canonical || sampled.isPlaceholderData;

  return (
    <Panel title="Who that is" actions={shown && definition ? <Certainty preview={shown} counting={!counted && !exact.isError} /> : null}>
      {reading.state === 'reading' && !shown ? (
        <LineSkeleton lines={8} label="Loading the preview" />
      ) : !understood ? (
        <p className={styles.quiet}>{reading.state === 'broken' ? 'Who belongs shows here once the definition can be read.' : 'Add a condition, or write one: who belongs shows here while you type.'}</p>
      ) : shown ? (
        <Shown preview={shown} behind={behind} editedKey={editedKey} />
      ) : sampled.isError ? (
        <ProblemMessage error={sampled.error} onRetry={() => void sampled.refetch()} />
      ) : (
        <LineSkeleton lines={8} label="Loading the preview" />
      )}
    </Panel>
  );
}

function Certainty({ preview, counting }: { preview: Preview; counting: boolean }) {
  if (preview.exact) {
    return (
      <Badge variant="light" tt="none" bg="var(--good-wash)" c="var(--good)">
        Counted
      </Badge>
    );
  }
  return (
    <Badge variant="light" tt="none" bg="var(--gold-wash)" c="var(--gold-ink)">
      From a sample{counting ? ', counting …' : ''}
    </Badge>
  );
}

function Shown({ preview, behind, editedKey }: { preview: Preview; behind: boolean; editedKey: string | undefined }) {
  const { count, total, share, margin, exact, sample, cost } = preview;
  const overlaps = preview.overlaps.filter(({ key }) => key !== editedKey);
  return (
    <div className={classes(styles.shown, behind && styles.behind)} aria-busy={behind}>
      <p className={styles.count} aria-live="polite">
        <span className={styles.number}>
          {exact ? '' : '≈ '}
          {formatCount(count)}
        </span>{' '}
        <span className={styles.of}>
          of {formatCount(total)} customers, {formatShare(share)}
          {exact ? '' : `, give or take ${formatCount(margin)}`}
        </span>
      </p>
      <span className={styles.track} aria-hidden="true">
        <span className={styles.bar} style={{ width: `${String(share * 100)}%` }} />
      </span>
      <People sample={sample} />
      {overlaps.length > 0 ? (
        <section aria-label="Segments they are in already">
          <h3 className={styles.title}>Of these, already in</h3>
          <ul className={styles.overlaps}>
            {overlaps.slice(0, 5).map(({ key, name, share: part }) => (
              <li key={key} className={styles.overlap}>
                <SegmentName segmentKey={key} name={name} />
                <ShareBar share={part} colour={segmentColour(key)} />
              </li>
            ))}
          </ul>
        </section>
      ) : null}
      <p className={styles.cost} data-level={cost.level}>
        <IconGauge size={16} aria-hidden="true" />
        {cost.sentence}
      </p>
    </div>
  );
}

function People({ sample }: Pick<Preview, 'sample'>) {
  const { key: workspace } = useWorkspace();
  if (sample.length === 0) return <p className={styles.quiet}>Nobody, as of now.</p>;
  return (
    <section aria-label="Some of them">
      <h3 className={styles.title}>Some of them</h3>
      <ul className={styles.people}>
        {sample.slice(0, 6).map((member) => (
          <li key={member.profileId} className={styles.person}>
            <AnchorLink c="inherit" target="_blank" rel="noopener" to="/w/$workspace/customers/$profileId" params={{ workspace, profileId: member.profileId }}>
              {profileTitle(member)}
            </AnchorLink>
            <span className={styles.country}>{member.country ? formatCountry(member.country) : ''}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}
