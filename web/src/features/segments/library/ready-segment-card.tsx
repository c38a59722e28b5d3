import { Button, TextInput } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { IconCheck, IconCircleDashed } from '@tabler/icons-react';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { ButtonLink } from '@/components/links';
import { SegmentTile } from '@/components/segment-name';
import { asProblem } from '@/lib/api/problem';
import { formatCount, formatDecimal, formatMoneyShort, formatShare, nothing } from '@/lib/format/numbers';
import { useWorkspace } from '@/lib/workspace/workspace-context';
import { useAdoptSegment } from '../api/adopt-segment';
import { isBeingCounted, type ReadySegment } from '../api/get-library';
import styles from './library.module.css';

type Metric = ReadySegment['metrics'][number];

function inUnit({ value, unit }: Metric, currency: string): string {
  if (value === null) return nothing;
  switch (unit) {
    case 'money':
      return formatMoneyShort(value, currency);
    case 'share':
      return formatShare(value);
    case 'days':
      return `${formatDecimal(value)} days`;
    default:
      return formatDecimal(value);
  }
}

/** How many figures are shown at a glance, after the size, which the head has: the share, and the first of those that the strategy is about. */
const shownFirst = 3;

/** A segment that only waits to be used, or says what it lacks. */
export function ReadySegmentCard({ segment }: { segment: ReadySegment }) {
  const { key, name, question, description, definition, parameters, metrics, available, missing, size, adoptedAs } = segment;
  const [chosen, setChosen] = useState<Record<string, string>>({});
  return (
    <li className={styles.card} data-available={available}>
      <header className={styles.head}>
        <SegmentTile segmentKey={key} size="18px" />
        <h3 className={styles.name}>{name}</h3>
        {isBeingCounted(segment) ? <span className={styles.size}>counting …</span> : size === null ? null : <span className={styles.size}>{formatCount(size)}</span>}
      </header>
      <p className={styles.question}>{question}</p>
      <p className={styles.description}>{description}</p>
      {available ? <Metrics metrics={metrics.filter(({ name, value }) => name !== 'Size' && value !== null).slice(0, shownFirst)} /> : null}
      {missing.length > 0 ? (
        <ul className={styles.missing}>
          {missing.map((sentence) => (
            <li key={sentence}>
              <IconCircleDashed size={16} aria-hidden="true" />
              {sentence}
            </li>
          ))}
        </ul>
      ) : null}
      {parameters.length > 0 && !adoptedAs ? (
        <details className={styles.definition}>
          <summary>Adjust before use</summary>
          <div className={styles.parameters}>
            {parameters.map((parameter) => (
              <TextInput
                key={parameter.name}
                size="xs"
                label={parameter.description}
                value={chosen[parameter.name] ?? parameter.value ?? ''}
                onChange={(event) => setChosen({ ...chosen, [parameter.name]: event.currentTarget.value })}
              />
            ))}
          </div>
        </details>
      ) : null}
      <details className={styles.definition}>
        <summary>{available ? 'All figures, and the definition' : 'The definition'}</summary>
        {available ? <Metrics metrics={metrics} /> : null}
        <pre>{definition}</pre>
      </details>
      <footer className={styles.foot}>
        <Use segment={segment} chosen={chosen} />
      </footer>
    </li>
  );
}

function Metrics({ metrics }: { metrics: readonly Metric[] }) {
  const { currency } = useWorkspace();
  return (
    <dl className={styles.metrics}>
      {metrics.map((metric) => (
        <div key={metric.name} title={metric.description}>
          <dt>{metric.name}</dt>
          <dd>{inUnit(metric, currency)}</dd>
        </div>
      ))}
    </dl>
  );
}

function Use({ segment: { key, name, available, adoptedAs }, chosen }: { segment: ReadySegment; chosen: Record<string, string> }) {
  const { key: workspace } = useWorkspace();
  const navigate = useNavigate();
  const adopt = useAdoptSegment(key);
  if (adoptedAs) {
    return (
      <ButtonLink variant="default" size="xs" leftSection={<IconCheck size={15} aria-hidden="true" />} to="/w/$workspace/segments/$segmentKey" params={{ workspace, segmentKey: adoptedAs }}>
        In use
      </ButtonLink>
    );
  }
  // What the data does not show by itself may be named by hand.
  if (!available && Object.keys(chosen).length === 0) return <span className={styles.lacking}>Not with the data there is yet</span>;
  return (
    <Button
      size="xs"
      loading={adopt.isPending}
      aria-label={`Use ${name}`}
      onClick={() => {
        adopt.mutate(chosen, {
          onSuccess: (made) => {
            notifications.show({ color: 'teal', title: 'In use', message: `${made.name} is one of your segments now.` });
            void navigate({ to: '/w/$workspace/segments/$segmentKey', params: { workspace, segmentKey: made.key } });
          },
          onError: (error) => {
            const problem = asProblem(error);
            notifications.show({ color: 'red', title: problem.title, message: problem.message });
          },
        });
      }}
    >
      Use it
    </Button>
  );
}
