import { Select } from '@mantine/core';
import { SegmentTile } from '@/components/segment-name';
import type { SegmentSummary } from '../api/get-segments';

interface CompareWithProps {
  label: string;
  segments: readonly SegmentSummary[];
  value: string | undefined;
  onChange: (key: string | undefined) => void;
}

/** One of the two segments that are compared. */
export function CompareWith({ label, segments, value, onChange }: CompareWithProps) {
  return (
    <Select
      label={label}
      placeholder="Choose a segment"
      searchable
      data={segments.map(({ key, name }) => ({ value: key, label: name }))}
      value={value ?? null}
      leftSection={value ? <SegmentTile segmentKey={value} size="12px" /> : undefined}
      onChange={(key) => onChange(key ?? undefined)}
    />
  );
}
