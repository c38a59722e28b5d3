import { describe, expect, it } from 'vitest';
import type { Expression } from './expression';
import { missingIn } from './missing';
import { pathText, readPath } from './path';
import { readTree, writeTree } from './tree';
import { propertyTests, traitTests } from './value-tests';

const known: Expression = { type: 'trait', path: ['plan'], test: { type: 'is', value: 'free', negated: false } };

describe('a tree', () => {
  it('of one condition is a group of one here, and the condition on its way back', () => {
    const tree = readTree({ version: 1, definition: known });
    expect(tree).toEqual({ type: 'all', items: [known] });
    expect(writeTree(tree)).toEqual({ version: 1, definition: known });
  });

  it('without conditions is nothing to send', () => {
    expect(writeTree({ type: 'all', items: [{ type: 'not', operand: { type: 'any', items: [] } }] })).toBeNull();
  });

  it('keeps what it has no form for', () => {
    const strange = { type: 'all', items: [known, { type: 'did', event: { name: 'Login' }, period: { type: 'duringLunch', zone: 'here' } }] };
    const tree = readTree({ version: 1, definition: strange });
    expect(tree.items[1]?.type).toBe('other');
    expect(writeTree(tree)).toEqual({ version: 1, definition: strange });
  });

  it('drops an emptied where', () => {
    const did: Expression = {
      type: 'did', event: { name: 'Login', where: { type: 'all', items: [] } }, quantity: { of: 'times', test: 'atLeast', count: 1 }, period: { type: 'ever' },
    };
    expect(writeTree(did)).toEqual({ version: 1, definition: { ...did, event: { name: 'Login' } } });
  });
});

describe('a path', () => {
  it.each([
    ['plan', ['plan']],
    ['address.city', ['address', 'city']],
    ['"Favourite.colour".shade', ['Favourite.colour', 'shade']],
    ['products.0.sku', ['products', '0', 'sku']],
  ])('%s', (text, path) => {
    expect(readPath(text)).toEqual(path);
    expect(pathText(path)).toBe(text);
  });

  it.each(['', 'a.', '.a', '"a'])('%s is none', (text) => {
    expect(readPath(text)).toBeNull();
  });
});

describe('tests of values', () => {
  it('match what they make, and nothing else does', () => {
    for (const tests of [propertyTests, traitTests(['score', 'churn']), traitTests(['plan'])]) {
      for (const kind of tests) {
        const made = kind.make({ type: 'is', value: '12', negated: false });
        expect(tests.filter(({ matches }) => matches(made)).map(({ id }) => id)).toEqual([kind.id]);
      }
    }
  });

  it('take over what they can', () => {
    const toNumber = propertyTests.find(({ id }) => id === 'atLeast');
    expect(toNumber?.make({ type: 'is', value: '12', negated: false })).toEqual({ type: 'compares', comparison: '>=', value: 12 });
    expect(toNumber?.make({ type: 'is', value: 'twelve', negated: false })).toEqual({ type: 'compares', comparison: '>=', value: 0 });
  });

  it('offer ranks for scores only, and history for the customer’s own traits', () => {
    expect(traitTests(['score', 'churn']).map(({ id }) => id)).toContain('top');
    expect(traitTests(['plan']).map(({ id }) => id)).not.toContain('top');
    expect(traitTests(['plan']).map(({ id }) => id)).toContain('hasBeen');
    expect(traitTests(['company', 'plan']).map(({ id }) => id)).not.toContain('hasBeen');
  });
});

describe('what is missing', () => {
  it('is said in words', () => {
    expect(missingIn({ ...known, path: [] })).toBe('Choose a trait.');
    expect(missingIn({ type: 'trait', path: ['plan'], test: { type: 'isOneOf', values: [], negated: false } })).toBe('Choose at least one value.');
    expect(missingIn({ type: 'inSegment', segment: '' })).toBe('Choose a segment.');
    expect(missingIn(known)).toBeNull();
  });
});
