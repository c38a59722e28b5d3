import { describe, expect, it } from 'vitest';
import { append, duplicate, move, moveTo, negate, nodeAt, type Place, remove, unwrap, wrap } from './edit';
import type { Expression, Group } from './expression';

function named(name: string): Expression {
  return { type: 'trait', path: [name], test: { type: 'isSet', negated: false } };
}

function all(...items: Expression[]): Group {
  return { type: 'all', items };
}

function any(...items: Expression[]): Group {
  return { type: 'any', items };
}

/** A tree as its traits with brackets. */
function told(node: Expression): string {
  switch (node.type) {
    case 'all':
    case 'any':
    case 'atLeastOf':
      return `${node.type}(${node.items.map(told).join(' ')})`;
    case 'not':
      return `not ${told(node.operand)}`;
    case 'trait':
      return node.path.join('.');
    default:
      return node.type;
  }
}

const tree = all(named('a'), any(named('b'), named('c')), named('d'));

describe('moveTo', () => {
  it.each<[Place, Place, string | null, Place | null]>([
    [[0], [3], 'all(any(b c) d a)', [2]],
    [[0], [2], 'all(any(b c) a d)', [1]],
    [[2], [0], 'all(d a any(b c))', [0]],
    [[0], [1, 1], 'all(any(b a c) d)', [0, 1]],
    [[2], [1, 0], 'all(a any(d b c))', [1, 0]],
    [[1, 0], [1, 2], 'all(a any(c b) d)', [1, 1]],
    [[1, 1], [0], 'all(c a any(b) d)', [0]],
    [[1], [3], 'all(a d any(b c))', [2]],
    // Where it is already, and into itself.
    [[0], [0], null, null],
    [[0], [1], null, null],
    [[1], [1, 1], null, null],
  ])('%j before %j', (from, to, expected, there) => {
    const moved = moveTo(tree, from, to);
    expect(moved ? told(moved.root) : null).toBe(expected);
    expect(moved?.place ?? null).toEqual(there);
    if (moved) expect(nodeAt(moved.root, moved.place)).toBe(nodeAt(tree, from));
  });
});

describe('move', () => {
  it.each<[Place, 'up' | 'down', string | null, Place | null]>([
    [[0], 'up', null, null],
    [[0], 'down', 'all(any(a b c) d)', [0, 0]],
    [[2], 'up', 'all(a any(b c d))', [1, 2]],
    [[1, 0], 'up', 'all(a b any(c) d)', [1]],
    [[1, 0], 'down', 'all(a any(c b) d)', [1, 1]],
    [[1, 1], 'down', 'all(a any(b) c d)', [2]],
    [[1], 'up', 'all(any(b c) a d)', [0]],
    [[2], 'down', null, null],
  ])('%j %s', (place, direction, expected, there) => {
    const moved = move(tree, place, direction);
    expect(moved ? told(moved.root) : null).toBe(expected);
    expect(moved?.place ?? null).toEqual(there);
    if (moved) expect(nodeAt(moved.root, moved.place)).toBe(nodeAt(tree, place));
  });

  it('goes there and back', () => {
    const there = move(tree, [1, 0], 'up');
    const back = there ? move(there.root, there.place, 'down') : null;
    expect(back ? told(back.root) : null).toBe(told(tree));
  });
});

describe('the other edits', () => {
  it('append to a negated group as well', () => {
    const negated = negate(tree, [1]);
    const added = append(negated.root, [1], named('e'));
    expect(told(added.root)).toBe('all(a not any(b c e) d)');
    expect(added.place).toEqual([1, 2]);
  });

  it('remove, and point to what is next', () => {
    expect(remove(tree, [0]).place).toEqual([0]);
    expect(remove(tree, [2]).place).toEqual([1]);
    const emptied = remove(remove(tree, [1, 0]).root, [1, 0]);
    expect(told(emptied.root)).toBe('all(a any() d)');
    expect(emptied.place).toEqual([1]);
  });

  it('duplicate beside', () => {
    expect(told(duplicate(tree, [1]).root)).toBe('all(a any(b c) any(b c) d)');
  });

  it('wrap and unwrap', () => {
    const wrapped = wrap(tree, [0]);
    expect(told(wrapped.root)).toBe('all(any(a) any(b c) d)');
    expect(wrapped.place).toEqual([0, 0]);
    expect(told(unwrap(wrapped.root, [0]).root)).toBe(told(tree));
  });

  it('negate twice is nothing', () => {
    expect(told(negate(negate(tree, [0]).root, [0]).root)).toBe(told(tree));
  });
});
