import { VisuallyHidden } from '@mantine/core';
import { Figure } from './figure';
import { Figures } from './figures';
import styles from './figures-skeleton.module.css';

const figures = 4;
const blank = '\u00a0';

/** Key figures on their way: the same boxes with nothing in them, so that what stands below stays where it is. */
export function FiguresSkeleton({ label = 'Loading the figures' }: { label?: string }) {
  return (
    <div role="status">
      <VisuallyHidden>{label}</VisuallyHidden>
      <div className={styles.blank} aria-hidden="true">
        <Figures>
          {Array.from({ length: figures }, (_, index) => (
            <Figure key={index} label={blank} value={blank} note={blank} />
          ))}
        </Figures>
      </div>
    </div>
  );
}
