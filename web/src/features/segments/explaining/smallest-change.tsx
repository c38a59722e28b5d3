import { IconBolt, IconHandStop, IconHourglass, IconPencil, type Icon } from '@tabler/icons-react';
import { formatSentence } from '@/lib/format/sentences';
import type { SmallestChange } from '../api/explain-membership';
import styles from './why-in-segment.module.css';

const marks: Record<string, Icon> = { do: IconBolt, wait: IconHourglass, stop: IconHandStop, set: IconPencil };

/** The least that would turn the answer around. */
export function SmallestChangeCard({ change: { sentence, steps }, isMember }: { change: SmallestChange; isMember: boolean }) {
  return (
    <section className={styles.change} aria-label="The smallest change">
      <h3>{isMember ? 'What would make them leave' : 'What would bring them in'}</h3>
      <p>{formatSentence(sentence)}</p>
      {steps.length > 1 ? (
        <ol className={styles.steps}>
          {steps.map((step, index) => {
            const Mark = marks[step.kind] ?? IconBolt;
            return (
              <li key={index}>
                <Mark size={16} aria-hidden="true" />
                {formatSentence(step.sentence)}
              </li>
            );
          })}
        </ol>
      ) : null}
    </section>
  );
}
