import type { Expression, Membership } from '../../definition/expression';
import { inTwoWeeks, twoWeeks } from '../../definition/starting';
import { useVocabulary } from '../../definition/vocabulary';
import { ChoiceSlot } from '../slots/choice-slot';
import { DurationSlot } from '../slots/duration-slot';
import { PeriodSlot } from '../slots/period-slot';

type Kind = Membership['type'] | 'notInSegment';

const kinds: readonly { value: Kind; label: string }[] = [
  { value: 'inSegment', label: 'are in' },
  { value: 'notInSegment', label: 'are not in' },
  { value: 'enteredSegment', label: 'entered' },
  { value: 'leftSegment', label: 'left' },
  { value: 'hasBeenInSegment', label: 'have been in' },
];

function change(before: Membership, type: Membership['type']): Membership {
  const { segment } = before;
  switch (type) {
    case 'inSegment':
      return { type, segment };
    case 'enteredSegment':
    case 'leftSegment':
      return { type, segment, period: 'period' in before ? before.period : inTwoWeeks };
    case 'hasBeenInSegment':
      return { type, segment, length: 'length' in before ? before.length : twoWeeks };
  }
}

interface MembershipFormProps {
  node: Membership;
  /** Whether they are not in it. */
  negated: boolean;
  onChange: (node: Expression) => void;
}

/** Whether somebody is, is not, became, ceased to be, or has long been in another segment. */
export function MembershipForm({ node, negated, onChange }: MembershipFormProps) {
  const told = (membership: Membership) => onChange(negated && membership.type === 'inSegment' ? { type: 'not', operand: membership } : membership);
  const { segments } = useVocabulary();
  const known = segments.map(({ key, name }) => ({ value: key, label: name }));
  // A segment that is gone, or not made yet, stays what it is.
  const choices = known.some(({ value }) => value === node.segment) ? known : [{ value: node.segment, label: node.segment === '' ? 'a segment' : node.segment }, ...known];
  return (
    <>
      <span>They</span>
      <ChoiceSlot label="Membership" value={negated ? 'notInSegment' : node.type} choices={kinds} onChange={(kind) => onChange(kind === 'notInSegment' ? { type: 'not', operand: change(node, 'inSegment') } : change(node, kind))} />
      <span>the segment</span>
      <ChoiceSlot label="Segment" word={false} value={node.segment} choices={choices} onChange={(segment) => told({ ...node, segment })} />
      {'period' in node ? <PeriodSlot value={node.period} onChange={(period) => told({ ...node, period })} /> : null}
      {'length' in node ? (
        <>
          <span>for at least</span>
          <DurationSlot label="Time" value={node.length} onChange={(length) => told({ ...node, length })} />
        </>
      ) : null}
    </>
  );
}
