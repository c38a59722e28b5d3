import type { Place } from '../definition/edit';
import { replace } from '../definition/edit';
import { type Expression, isGroup } from '../definition/expression';
import { ConditionEditor } from './condition-editor';
import { GroupEditor } from './group-editor';
import { useTree } from './tree-context';

/** A part of a tree: a group or a condition, with the negations before it. */
export function PartEditor({ node, place }: { node: Expression; place: Place }) {
  const { root, apply } = useTree();
  let inner = node;
  let negations = 0;
  while (inner.type === 'not') {
    inner = inner.operand;
    negations += 1;
  }
  if (isGroup(inner)) return <GroupEditor group={inner} place={place} negations={negations} />;
  return <ConditionEditor condition={inner} negations={negations} place={place} onChange={(next) => apply(replace(root, place, next))} />;
}
