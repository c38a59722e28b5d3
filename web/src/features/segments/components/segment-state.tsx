import { Badge, Loader, Tooltip } from '@mantine/core';
import type { SegmentSummary } from '../api/get-segments';

/** Whether a segment's members are known: nothing to say when they are. */
export function SegmentState({ segment: { state, failure } }: { segment: Pick<SegmentSummary, 'state' | 'failure'> }) {
  if (state === 'computing') {
    return (
      <Badge variant="light" tt="none" bg="var(--lapis-wash)" c="var(--lapis)" leftSection={<Loader size={10} aria-hidden="true" />}>
        Computing
      </Badge>
    );
  }
  if (state !== 'failed') return null;
  return (
    <Tooltip label={failure ?? 'The members could not be found.'} multiline maw={360}>
      <Badge variant="light" tt="none" bg="var(--bad-wash)" c="var(--bad)" tabIndex={0}>
        Failed
      </Badge>
    </Tooltip>
  );
}
