import { type Expression, type Group, isGroup } from './expression';

/** Where a part of the tree is: the index in each group on the way to it. A negated group is passed through. */
export type Place = readonly number[];

export interface Edited {
  readonly root: Group;
  /** Where the part that was edited is now. */
  readonly place: Place;
}

/** The group that a node is, or that it negates. */
export function groupOf(node: Expression): Group | null {
  if (isGroup(node)) return node;
  return node.type === 'not' ? groupOf(node.operand) : null;
}

function withGroup(node: Expression, group: Group): Expression {
  return node.type === 'not' ? { type: 'not', operand: withGroup(node.operand, group) } : group;
}

export function nodeAt(root: Group, place: Place): Expression | undefined {
  return place.reduce<Expression | undefined>((node, index) => (node ? groupOf(node)?.items[index] : undefined), root);
}

/** Changes the items of the group at a place. */
function inGroup(node: Expression, place: Place, change: (items: readonly Expression[]) => readonly Expression[]): Expression {
  const group = groupOf(node);
  if (!group) return node;
  const [index, ...rest] = place;
  if (index === undefined) return withGroup(node, { ...group, items: change(group.items) });
  return withGroup(node, { ...group, items: group.items.map((item, at) => (at === index ? inGroup(item, rest, change) : item)) });
}

function edit(root: Group, place: Place, change: (items: readonly Expression[]) => readonly Expression[]): Group {
  return inGroup(root, place, change) as Group;
}

function split(place: Place): { parent: Place; index: number } {
  return { parent: place.slice(0, -1), index: place.at(-1) ?? 0 };
}

function lengthAt(root: Group, place: Place): number {
  const node = nodeAt(root, place);
  return node ? (groupOf(node)?.items.length ?? 0) : 0;
}

export function append(root: Group, place: Place, node: Expression): Edited {
  return { root: edit(root, place, (items) => [...items, node]), place: [...place, lengthAt(root, place)] };
}

export function insertAt(root: Group, place: Place, node: Expression): Edited {
  const { parent, index } = split(place);
  return { root: edit(root, parent, (items) => items.toSpliced(index, 0, node)), place };
}

export function replace(root: Group, place: Place, node: Expression): Edited {
  const { parent, index } = split(place);
  return place.length === 0 ? { root: groupOf(node) ?? root, place } : { root: edit(root, parent, (items) => items.with(index, node)), place };
}

/** Takes a part out; the place is that of its neighbour, or of the group when nobody is left in it. */
export function remove(root: Group, place: Place): Edited {
  const { parent, index } = split(place);
  const left = lengthAt(root, parent) - 1;
  return { root: edit(root, parent, (items) => items.toSpliced(index, 1)), place: left === 0 ? parent : [...parent, Math.min(index, left - 1)] };
}

export function duplicate(root: Group, place: Place): Edited {
  const node = nodeAt(root, place);
  const { parent, index } = split(place);
  return node ? insertAt(root, [...parent, index + 1], node) : { root, place };
}

export type Direction = 'up' | 'down';

/**
 * One step up or down as the eye sees it: into a group that stands next to it, past a condition, and out of its group at
 * either end. Null when there is no way on.
 */
export function move(root: Group, place: Place, direction: Direction): Edited | null {
  const node = nodeAt(root, place);
  if (!node) return null;
  const { parent, index } = split(place);
  const step = direction === 'up' ? -1 : 1;
  const neighbour = nodeAt(root, [...parent, index + step]);
  const without = remove(root, place).root;
  if (neighbour) {
    const group = groupOf(neighbour);
    if (!group) return insertAt(without, [...parent, index + step], node);
    const groupIndex = direction === 'up' ? index - 1 : index;
    return insertAt(without, [...parent, groupIndex, direction === 'up' ? group.items.length : 0], node);
  }
  if (parent.length === 0) return null;
  const outer = split(parent);
  return insertAt(without, [...outer.parent, outer.index + (direction === 'up' ? 0 : 1)], node);
}

/** Whether a place is another, or somewhere within it. */
function isWithin(place: Place, other: Place): boolean {
  return other.every((index, depth) => place[depth] === index);
}

/**
 * Takes a part to another place: before what stands there now, or to the end of its group. Null when that is where it is,
 * or within itself.
 */
export function moveTo(root: Group, from: Place, to: Place): Edited | null {
  const node = nodeAt(root, from);
  const { parent, index } = split(from);
  if (!node || from.length === 0 || to.length === 0 || isWithin(to, from)) return null;
  const isSameGroup = to.length === from.length && isWithin(to, parent);
  if (isSameGroup && to.at(-1) === index + 1) return null;
  // What stood behind it in its group moves up by one once it is gone.
  const passed = to[parent.length];
  const target = isWithin(to, parent) && passed !== undefined && passed > index ? to.with(parent.length, passed - 1) : to;
  return insertAt(remove(root, from).root, target, node);
}

/** Puts a part into a group of its own, or takes a group's brackets off. */
export function wrap(root: Group, place: Place): Edited {
  const node = nodeAt(root, place);
  return node ? { root: replace(root, place, { type: 'any', items: [node] }).root, place: [...place, 0] } : { root, place };
}

export function unwrap(root: Group, place: Place): Edited {
  const node = nodeAt(root, place);
  const group = node ? groupOf(node) : null;
  if (!group || place.length === 0) return { root, place };
  const { parent, index } = split(place);
  return { root: edit(root, parent, (items) => items.toSpliced(index, 1, ...group.items)), place: group.items.length > 0 ? place : parent };
}

/** Turns a part into its opposite, and back. */
export function negate(root: Group, place: Place): Edited {
  const node = nodeAt(root, place);
  if (!node || place.length === 0) return { root, place };
  return replace(root, place, node.type === 'not' ? node.operand : { type: 'not', operand: node });
}
