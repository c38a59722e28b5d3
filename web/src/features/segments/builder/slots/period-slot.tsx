import type { CalendarUnit, Period } from '../../definition/expression';
import { inTwoWeeks, twoWeeks } from '../../definition/starting';
import { ChoiceSlot } from './choice-slot';
import { DurationSlot, unitChoices } from './duration-slot';
import { InstantSlot } from './instant-slot';
import { NumberSlot } from './number-slot';

interface PeriodSlotProps {
  value: Period;
  onChange: (value: Period) => void;
  /** What a trend looks at is always a span up to now. */
  onlyInLast?: boolean;
}

const choices: readonly { value: Period['type']; label: string; group: string }[] = [
  { value: 'ever', label: 'at any time', group: 'Always' },
  { value: 'inLast', label: 'in the last', group: 'Moving with time' },
  { value: 'betweenAgo', label: 'between … ago', group: 'Moving with time' },
  { value: 'inFirst', label: 'in their first', group: 'Moving with time' },
  { value: 'inCurrent', label: 'in the current', group: 'Calendar' },
  { value: 'inPrevious', label: 'in the previous', group: 'Calendar' },
  { value: 'since', label: 'since', group: 'Fixed' },
  { value: 'before', label: 'before', group: 'Fixed' },
  { value: 'between', label: 'between dates', group: 'Fixed' },
];

const calendarUnits: readonly { value: CalendarUnit; label: string }[] = (['day', 'week', 'month', 'quarter', 'year'] as const).map((unit) => ({ value: unit, label: unit }));

function yearStart(offset: number): string {
  return `${String(new Date().getUTCFullYear() + offset)}-01-01`;
}

/** Another kind of period, with what can be taken over from the one before. */
function change(before: Period, type: Period['type']): Period {
  const length = 'length' in before ? before.length : twoWeeks;
  const from = 'from' in before && typeof before.from === 'string' ? before.from : yearStart(0);
  switch (type) {
    case 'ever':
      return { type };
    case 'inLast':
    case 'inFirst':
      return { type, length };
    case 'since':
      return { type, from };
    case 'before':
      return { type, to: 'to' in before && typeof before.to === 'string' ? before.to : yearStart(0) };
    case 'between':
      return { type, from: yearStart(-1), to: yearStart(0) };
    case 'betweenAgo':
      return { type, from: length.count * 2, to: length.count, unit: length.unit };
    case 'inCurrent':
    case 'inPrevious':
      return { type, unit: 'unit' in before && before.type !== 'betweenAgo' ? before.unit : 'month' };
  }
}

/** When: at any time, in a span that moves with time, in a calendar unit, or between fixed days. */
export function PeriodSlot({ value, onChange, onlyInLast = false }: PeriodSlotProps) {
  if (onlyInLast) {
    const last = value.type === 'inLast' ? value : inTwoWeeks;
    return (
      <>
        <span>in the last</span>
        {last.type === 'inLast' ? <DurationSlot label="Period" value={last.length} onChange={(length) => onChange({ type: 'inLast', length })} /> : null}
      </>
    );
  }
  return (
    <>
      <ChoiceSlot label="Period" value={value.type} choices={choices} onChange={(type) => onChange(change(value, type))} />
      <PeriodParts value={value} onChange={onChange} />
    </>
  );
}

function PeriodParts({ value, onChange }: { value: Period; onChange: (value: Period) => void }) {
  switch (value.type) {
    case 'ever':
      return null;
    case 'inLast':
    case 'inFirst':
      return <DurationSlot label="Period" value={value.length} onChange={(length) => onChange({ ...value, length })} />;
    case 'since':
      return <InstantSlot label="From" value={value.from} onChange={(from) => onChange({ ...value, from })} />;
    case 'before':
      return <InstantSlot label="To" value={value.to} onChange={(to) => onChange({ ...value, to })} />;
    case 'between':
      return (
        <>
          <InstantSlot label="From" value={value.from} onChange={(from) => onChange({ ...value, from })} />
          <span>and</span>
          <InstantSlot label="To" value={value.to} onChange={(to) => onChange({ ...value, to })} />
        </>
      );
    case 'betweenAgo':
      return (
        <>
          <NumberSlot label="Begins so long ago" value={value.from} onChange={(from) => onChange({ ...value, from })} />
          <span>and</span>
          <NumberSlot label="Ends so long ago" value={value.to} onChange={(to) => onChange({ ...value, to })} />
          <ChoiceSlot label="Unit" value={value.unit} choices={unitChoices(value.to)} onChange={(unit) => onChange({ ...value, unit })} />
          <span>ago</span>
        </>
      );
    case 'inCurrent':
    case 'inPrevious':
      return <ChoiceSlot label="Calendar unit" value={value.unit} choices={calendarUnits} onChange={(unit) => onChange({ ...value, unit })} />;
  }
}
