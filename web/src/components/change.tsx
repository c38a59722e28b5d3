import { VisuallyHidden } from '@mantine/core';
import { IconArrowDownRight, IconArrowRight, IconArrowUpRight } from '@tabler/icons-react';
import { classes } from '@/lib/classes';
import { formatChange, nothing } from '@/lib/format/numbers';
import styles from './change.module.css';

interface ChangeProps {
  /** A fraction, or null when there is nothing to compare with. */
  value: number | null | undefined;
  /** What it is compared with, for those who hear the page. */
  comparedWith: string;
  /** For segments that one wants to see shrink, growth is the bad news. */
  growthIsGood?: boolean;
}

/** A signed change with an arrow: direction is told by shape and sign, colour only adds to it. */
export function Change({ value, comparedWith, growthIsGood = true }: ChangeProps) {
  if (value === null || value === undefined) {
    return (
      <span className={styles.flat} title={`Nothing to compare with: ${comparedWith}`}>
        {nothing}
      </span>
    );
  }
  const flat = Math.abs(value) < 0.0005;
  const good = value > 0 === growthIsGood;
  const Arrow = flat ? IconArrowRight : value > 0 ? IconArrowUpRight : IconArrowDownRight;
  return (
    <span className={classes(styles.change, styles[flat ? 'flat' : good ? 'up' : 'down'])}>
      <Arrow size={16} stroke={2.2} aria-hidden="true" />
      {formatChange(flat ? 0 : value)}
      <VisuallyHidden>compared with {comparedWith}</VisuallyHidden>
    </span>
  );
}
