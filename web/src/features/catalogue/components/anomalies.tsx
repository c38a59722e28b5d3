import { Button } from '@mantine/core';
import { IconTrendingDown, IconTrendingUp } from '@tabler/icons-react';
import { useState } from 'react';
import { Panel } from '@/components/panel';
import { formatSentence } from '@/lib/format/sentences';
import type { Anomaly } from '../api/get-catalogue';
import styles from './catalogue.module.css';

const shownFirst = 3;

/** Volumes that are odd, each with what it was compared with; nothing where there are none. */
export function Anomalies({ anomalies }: { anomalies: readonly Anomaly[] }) {
  const [all, setAll] = useState(false);
  if (anomalies.length === 0) return null;
  const shown = all ? anomalies : anomalies.slice(0, shownFirst);
  return (
    <Panel title="Odd volumes" description="Hours of the last two days that are far from the same hours of the weeks before.">
      <ul className={styles.anomalies}>
        {shown.map(({ event, kind, from, sentence }) => {
          const Arrow = kind === 'more' ? IconTrendingUp : IconTrendingDown;
          return (
            <li key={`${event} ${from}`}>
              <Arrow size={18} role="img" aria-label={kind === 'more' ? 'More than usual' : 'Less than usual'} />
              {formatSentence(sentence)}
            </li>
          );
        })}
      </ul>
      {shown.length < anomalies.length ? (
        <Button className={styles.more ?? ''} size="compact-sm" variant="subtle" onClick={() => setAll(true)}>
          Show all {anomalies.length}
        </Button>
      ) : null}
    </Panel>
  );
}
