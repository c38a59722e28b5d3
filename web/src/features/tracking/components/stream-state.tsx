import { Button } from '@mantine/core';
import { IconPlayerPause, IconPlayerPlay } from '@tabler/icons-react';
import { formatCount } from '@/lib/format/numbers';
import type { LiveCalls } from '../use-live-calls';
import styles from './live-calls.module.css';

interface StreamStateProps {
  live: LiveCalls;
  isPaused: boolean;
  onPause: () => void;
}

const words: Record<LiveCalls['connection'], string> = { connecting: 'Connecting …', open: 'Connected', lost: 'Lost, trying again …' };

/** Whether events come in, and the way to make them stand still. */
export function StreamState({ live: { connection, waiting, calls, clear }, isPaused, onPause }: StreamStateProps) {
  const Icon = isPaused ? IconPlayerPlay : IconPlayerPause;
  return (
    <>
      <span className={styles.connection} data-state={isPaused ? 'paused' : connection}>
        {isPaused ? `Standing still${waiting > 0 ? `, ${formatCount(waiting)} waiting` : ''}` : words[connection]}
      </span>
      <Button variant="default" size="xs" disabled={calls.length === 0} onClick={clear}>
        Clear
      </Button>
      <Button variant={isPaused ? 'filled' : 'default'} size="xs" leftSection={<Icon size={15} aria-hidden="true" />} onClick={onPause}>
        {isPaused ? 'Go on' : 'Pause'}
      </Button>
    </>
  );
}
