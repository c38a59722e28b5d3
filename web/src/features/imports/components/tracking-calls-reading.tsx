import { Button } from '@mantine/core';
import { Panel } from '@/components/panel';
import styles from './table-reading.module.css';

interface TrackingCallsReadingProps {
  onStart: (mapping: Record<string, string>, options: Record<string, string>) => void;
}

/** Tracking calls say what they are; there is nothing to map. */
export function TrackingCallsReading({ onStart }: TrackingCallsReadingProps) {
  return (
    <Panel title="Tracking calls" description="One JSON object a line: track, identify, page, screen, group or alias, as the tracking API takes them.">
      <div className={styles.go}>
        <Button
          size="md"
          onClick={() => {
            onStart({}, {});
          }}
        >
          Start the import
        </Button>
      </div>
    </Panel>
  );
}
