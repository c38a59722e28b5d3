import { IconAdjustments, IconBolt, IconBuilding, IconChartBar, IconCode, IconDice5, IconMail, IconRoute, IconUser, IconUsersGroup, type Icon } from '@tabler/icons-react';
import { type Place, move } from '../definition/edit';
import type { Condition, Expression } from '../definition/expression';
import { missingIn, placeName } from '../definition/missing';
import styles from './builder.module.css';
import { DeedForm } from './forms/deed-form';
import { MeasureForm } from './forms/measure-form';
import { MembershipForm } from './forms/membership-form';
import { ChanceForm, ConsentForm } from './forms/small-forms';
import { TestedForm } from './forms/tested-form';
import { TextForm } from './forms/text-form';
import { Negation } from './group-editor';
import { PartActions } from './part-actions';
import { useTextEditing } from './text-editing';
import { useTree } from './tree-context';

interface ConditionEditorProps {
  condition: Condition;
  negations: number;
  place: Place;
  onChange: (node: Expression) => void;
}

const icons: Record<Condition['type'], { icon: Icon; family: string }> = {
  trait: { icon: IconUser, family: 'trait' },
  property: { icon: IconAdjustments, family: 'property' },
  did: { icon: IconBolt, family: 'deed' },
  didRegularly: { icon: IconBolt, family: 'deed' },
  recency: { icon: IconBolt, family: 'deed' },
  didSequence: { icon: IconRoute, family: 'deed' },
  measure: { icon: IconChartBar, family: 'measure' },
  trend: { icon: IconChartBar, family: 'measure' },
  inSegment: { icon: IconUsersGroup, family: 'segment' },
  enteredSegment: { icon: IconUsersGroup, family: 'segment' },
  leftSegment: { icon: IconUsersGroup, family: 'segment' },
  hasBeenInSegment: { icon: IconUsersGroup, family: 'segment' },
  companyDid: { icon: IconBuilding, family: 'deed' },
  consentsTo: { icon: IconMail, family: 'other' },
  inRandomShare: { icon: IconDice5, family: 'other' },
  other: { icon: IconCode, family: 'other' },
};

function negated(node: Expression, times: number): Expression {
  return Array.from({ length: times }).reduce<Expression>((operand) => ({ type: 'not', operand }), node);
}

/** "did not do" and "are not in" say the negation themselves. */
function saysNegation({ type, ...rest }: Condition): boolean {
  return type === 'did' || type === 'inSegment' || (type === 'companyDid' && 'condition' in rest && rest.condition.type === 'did');
}

/** One condition as a sentence with slots, and what can be done with it. */
export function ConditionEditor({ condition, negations, place, onChange }: ConditionEditorProps) {
  const { tree, root, apply } = useTree();
  const { textAt, stop } = useTextEditing(place);
  const { icon: Mark, family } = icons[condition.type];
  const told = negations > 0 && saysNegation(condition);
  const shown = told ? negations - 1 : negations;
  const missing = missingIn(condition);
  const asText = condition.type === 'other' || textAt;
  return (
    // The arrows move the condition, whatever of it has the focus.
    // eslint-disable-next-line jsx-a11y-x/no-noninteractive-element-interactions
    <div
      role="group"
      aria-label={`Condition ${placeName(place)}`}
      className={styles.condition}
      data-family={family}
      data-part={`${tree} ${place.join('.')}`}
      onKeyDown={(event) => {
        if (!event.altKey || !event.shiftKey || (event.key !== 'ArrowUp' && event.key !== 'ArrowDown')) return;
        event.preventDefault();
        event.stopPropagation();
        const moved = move(root, place, event.key === 'ArrowUp' ? 'up' : 'down');
        apply(moved, { say: moved ? `Moved to place ${placeName(moved.place)}.` : '' });
      }}
    >
      <span className={styles.mark} aria-hidden="true">
        <Mark size={15} stroke={2} />
      </span>
      <div className={styles.sentence}>
        {Array.from({ length: asText ? negations : shown }, (_, index) => (
          <Negation key={index} place={place} />
        ))}
        {asText ? (
          <TextForm node={condition} onDone={stop} onChange={(next) => onChange(negated(next, negations))} />
        ) : (
          <Form condition={condition} negated={told} onChange={(next) => onChange(negated(next, shown))} />
        )}
        {missing ? <span className={styles.missing}>{missing}</span> : null}
      </div>
      <PartActions place={place} />
    </div>
  );
}

function Form({ condition, negated: not, onChange }: { condition: Condition; negated: boolean; onChange: (node: Expression) => void }) {
  switch (condition.type) {
    case 'trait':
    case 'property':
      return <TestedForm node={condition} onChange={onChange} />;
    case 'did':
    case 'didRegularly':
    case 'didSequence':
    case 'recency':
      return <DeedForm who="they" negated={not} deed={condition} onChange={onChange} />;
    case 'companyDid':
      return <DeedForm who="company" negated={not} deed={condition.condition} onChange={onChange} />;
    case 'measure':
    case 'trend':
      return <MeasureForm node={condition} onChange={onChange} />;
    case 'inSegment':
    case 'enteredSegment':
    case 'leftSegment':
    case 'hasBeenInSegment':
      return <MembershipForm node={condition} negated={not} onChange={onChange} />;
    case 'consentsTo':
      return <ConsentForm node={condition} onChange={onChange} />;
    case 'inRandomShare':
      return <ChanceForm node={condition} onChange={onChange} />;
    case 'other':
      return null;
  }
}
