import type { Duration, Unit } from '../../definition/expression';
import { ChoiceSlot } from './choice-slot';
import { NumberSlot } from './number-slot';

interface DurationSlotProps {
  /** What lasts so long, for those who hear the page. */
  label: string;
  value: Duration;
  onChange: (value: Duration) => void;
}

export function unitChoices(count: number): readonly { value: Unit; label: string }[] {
  return (['minutes', 'hours', 'days', 'weeks'] as const).map((unit) => ({ value: unit, label: count === 1 ? unit.slice(0, -1) : unit }));
}

/** A number and a unit of time. */
export function DurationSlot({ label, value, onChange }: DurationSlotProps) {
  return (
    <>
      <NumberSlot label={`${label}: how many`} value={value.count} minimum={1} onChange={(count) => onChange({ ...value, count })} />
      <ChoiceSlot label={`${label}: unit`} value={value.unit} choices={unitChoices(value.count)} onChange={(unit) => onChange({ ...value, unit })} />
    </>
  );
}
