import type { CountTest, Quantity } from '../../definition/expression';
import { ChoiceSlot } from './choice-slot';
import { NumberSlot } from './number-slot';

const tests: readonly { value: CountTest; label: string }[] = [
  { value: 'atLeast', label: 'at least' },
  { value: 'moreThan', label: 'more than' },
  { value: 'exactly', label: 'exactly' },
  { value: 'atMost', label: 'at most' },
  { value: 'fewerThan', label: 'fewer than' },
  { value: 'between', label: 'between' },
];

/** How many times, or on how many days. */
export function QuantitySlot({ value, onChange }: { value: Quantity; onChange: (value: Quantity) => void }) {
  const one = value.count === 1 && value.test !== 'between';
  return (
    <>
      {value.of === 'days' ? <span>on</span> : null}
      <ChoiceSlot
        label="How often"
        value={value.test}
        choices={tests}
        onChange={(test) => {
          const { of, count } = value;
          onChange(test === 'between' ? { of, test, count, upTo: Math.max(value.upTo ?? 0, count) } : { of, test, count });
        }}
      />
      <NumberSlot label={value.test === 'between' ? 'From how many' : 'How many'} value={value.count} maximum={value.upTo ?? 1_000_000_000} onChange={(count) => onChange({ ...value, count })} />
      {value.test === 'between' ? (
        <>
          <span>and</span>
          <NumberSlot label="Up to how many" value={value.upTo ?? value.count} minimum={value.count} onChange={(upTo) => onChange({ ...value, upTo })} />
        </>
      ) : null}
      <ChoiceSlot
        label="Times or days"
        value={value.of}
        choices={[
          { value: 'times', label: one ? 'time' : 'times' },
          { value: 'days', label: one ? 'day' : 'days' },
        ]}
        onChange={(of) => onChange({ ...value, of })}
      />
    </>
  );
}
