import { formatWholeShare } from '@/lib/format/numbers';
import type { ValueTest } from '../../definition/expression';
import type { TestKind } from '../../definition/value-tests';
import type { KnownPath } from '../../definition/vocabulary';
import { ChoiceSlot } from './choice-slot';
import { DurationSlot } from './duration-slot';
import { InstantSlot } from './instant-slot';
import { NumberSlot } from './number-slot';
import { TextSlot } from './text-slot';
import { TextsSlot } from './texts-slot';

interface TestSlotProps {
  test: ValueTest;
  tests: readonly TestKind[];
  /** What is tested, whose values are offered. */
  known?: KnownPath | undefined;
  onChange: (test: ValueTest) => void;
}

/** What is asked of a value. */
export function TestSlot({ test, tests, known, onChange }: TestSlotProps) {
  const kind = tests.find(({ matches }) => matches(test));
  return (
    <>
      <ChoiceSlot
        label="Test"
        value={kind?.id ?? ''}
        choices={tests.map(({ id, label, group }) => ({ value: id, label, group }))}
        onChange={(id) => {
          const next = tests.find((candidate) => candidate.id === id);
          if (next) onChange(next.make(test));
        }}
      />
      <TestValue test={test} known={known} onChange={onChange} />
    </>
  );
}

function TestValue({ test, known, onChange }: Omit<TestSlotProps, 'tests'>) {
  const offers = (known?.values ?? []).map(({ value, share }) => ({ value, note: formatWholeShare(share) }));
  switch (test.type) {
    case 'is':
    case 'contains':
    case 'startsWith':
    case 'endsWith':
      return <TextSlot label="Value" placeholder="a value" value={test.value} offers={offers} onChange={(value) => onChange({ ...test, value })} />;
    case 'matches':
      return <TextSlot label="Pattern" placeholder="a pattern" value={test.pattern} invalid={test.pattern === ''} offers={[]} onChange={(pattern) => onChange({ ...test, pattern })} />;
    case 'isOneOf':
    case 'includes':
      return <TextsSlot label="Values" values={test.values} offers={offers} onChange={(values) => onChange({ ...test, values })} />;
    case 'compares':
      return <NumberSlot label="Number" value={test.value} minimum={-Number.MAX_VALUE} maximum={Number.MAX_VALUE} whole={false} onChange={(value) => onChange({ ...test, value })} />;
    case 'isBetween':
      return (
        <>
          <NumberSlot label="From" value={test.low} minimum={-Number.MAX_VALUE} maximum={Number.MAX_VALUE} whole={false} onChange={(low) => onChange({ ...test, low })} />
          <span>and</span>
          <NumberSlot label="To" value={test.high} minimum={-Number.MAX_VALUE} maximum={Number.MAX_VALUE} whole={false} onChange={(high) => onChange({ ...test, high })} />
        </>
      );
    case 'isWithinNext':
    case 'isWithinLast':
    case 'isMoreThanAgo':
    case 'hasAnniversaryWithinNext':
      return <DurationSlot label="Time" value={test.length} onChange={(length) => onChange({ ...test, length })} />;
    case 'isBefore':
    case 'isAfter':
      return <InstantSlot label="Day" value={test.instant} onChange={(instant) => onChange({ ...test, instant })} />;
    case 'comparesVersion':
      return <TextSlot label="Version" placeholder="2.4.0" value={test.version} invalid={test.version === ''} offers={offers} onChange={(version) => onChange({ ...test, version })} />;
    case 'isInShare':
      return (
        <>
          <NumberSlot label="Percent" value={test.percent} minimum={0.0001} maximum={100} whole={false} onChange={(percent) => onChange({ ...test, percent })} />
          <span>%</span>
        </>
      );
    case 'hasBeen':
      return (
        <>
          <TextSlot label="Value" placeholder="a value" value={test.value} offers={offers} onChange={(value) => onChange({ ...test, value })} />
          <span>for at least</span>
          <DurationSlot label="Time" value={test.length} onChange={(length) => onChange({ ...test, length })} />
        </>
      );
    case 'isTruth':
    case 'isSet':
      return null;
  }
}
