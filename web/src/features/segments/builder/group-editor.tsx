import { classes } from '@/lib/classes';
import { append, type Place, replace } from '../definition/edit';
import type { Expression, Group } from '../definition/expression';
import { placeName } from '../definition/missing';
import { AddMenu } from './add-menu';
import styles from './builder.module.css';
import { DropPlace } from './drop-place';
import { PartActions } from './part-actions';
import { PartEditor } from './part-editor';
import { useScope } from './scope';
import { ChoiceSlot } from './slots/choice-slot';
import { NumberSlot } from './slots/number-slot';
import { useTree } from './tree-context';

interface GroupEditorProps {
  group: Group;
  place: Place;
  label?: string;
  /** How often the group is negated. */
  negations?: number;
}

type Joint = 'all' | 'any' | 'atLeastOf' | 'none';

const joints: Record<Joint, string> = { all: 'all of these', any: 'any of these', atLeastOf: 'at least', none: 'none of these' };

function jointOf(group: Group, negations: number): Joint {
  return group.type === 'any' && negations === 1 ? 'none' : group.type;
}

function make(items: readonly Expression[], joint: Joint): Expression {
  if (joint === 'none') return { type: 'not', operand: { type: 'any', items } };
  return joint === 'atLeastOf' ? { type: 'atLeastOf', minimum: Math.min(2, items.length), items } : { type: joint, items };
}

/** Conditions joined by and, by or, or of which some must hold. */
export function GroupEditor({ group, place, label, negations = 0 }: GroupEditorProps) {
  const { tree, root, apply } = useTree();
  const scope = useScope();
  const isRoot = place.length === 0;
  const joint = jointOf(group, negations);
  // An event's properties are joined by and, or and not only; the root of a tree cannot be negated as a whole.
  const offered = (['all', 'any', 'atLeastOf', 'none'] as const).filter((one) => (one !== 'atLeastOf' || scope.kind === 'customer') && (one !== 'none' || !isRoot));
  const name = label ?? `Group ${placeName(place)}`;

  function change(next: Joint) {
    const made = make(group.items, next);
    const keptNegations = joint === 'none' || next === 'none' ? 0 : negations;
    const whole = Array.from({ length: keptNegations }).reduce<Expression>((operand) => ({ type: 'not', operand }), made);
    apply(replace(root, place, whole));
  }

  return (
    <div role="group" aria-label={name} className={classes(styles.group, isRoot && styles.root, scope.kind === 'event' && styles.small)} data-joint={joint} data-part={`${tree} ${place.join('.')}`}>
      {isRoot && scope.kind === 'event' && group.items.length < 2 ? null : (
      <div className={styles.head} data-controls>
        {joint === 'none' ? null : Array.from({ length: negations }, (_, index) => <Negation key={index} place={place} />)}
        <ChoiceSlot label={`${name}: how its conditions are joined`} value={joint} choices={offered.map((value) => ({ value, label: joints[value] }))} onChange={change} word={false} />
        {group.type === 'atLeastOf' ? (
          <>
            <NumberSlot label="How many must hold" value={group.minimum} maximum={Math.max(group.items.length, group.minimum)} onChange={(minimum) => apply(replace(root, place, { ...group, minimum }))} />
            <span>of these</span>
          </>
        ) : null}
        <span>{isRoot && scope.kind === 'customer' ? 'must be true' : null}</span>
        {isRoot ? null : <PartActions place={place} isGroup />}
      </div>
      )}
      {group.items.length > 0 ? (
        <ol className={styles.items}>
          {group.items.map((item, index) => (
            <DropPlace key={index} place={[...place, index]} joint={index === 0 ? '' : joint === 'all' ? 'and' : 'or'}>
              <PartEditor node={item} place={[...place, index]} />
            </DropPlace>
          ))}
        </ol>
      ) : null}
      <AddMenu
        name={name}
        isEmpty={group.items.length === 0}
        onAdd={(node) => apply(append(root, place, node), { say: 'Added. The focus is in the new condition.' })}
      />
    </div>
  );
}

/** Says that what follows must not hold. */
export function Negation({ place }: { place: Place }) {
  return (
    <span className={styles.not} data-place={placeName(place)}>
      not
    </span>
  );
}
