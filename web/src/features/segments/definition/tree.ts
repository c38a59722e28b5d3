import type { CountTest, Expression, Group } from './expression';
import { isGroup } from './expression';

/** The tree as the server writes it, and back: what the builder adds for its own comfort is taken off again. */

const treeVersion = 1;

/** Every `type` that the forms know. A part with another one is shown as text. */
const knownTypes = new Set([
  'all', 'any', 'not', 'atLeastOf', 'trait', 'property', 'did', 'didRegularly', 'didSequence', 'measure', 'trend', 'recency',
  'inSegment', 'enteredSegment', 'leftSegment', 'hasBeenInSegment', 'consentsTo', 'inRandomShare', 'companyDid',
  'ever', 'inLast', 'inFirst', 'since', 'before', 'between', 'betweenAgo', 'inCurrent', 'inPrevious',
  'is', 'isOneOf', 'contains', 'startsWith', 'endsWith', 'matches', 'compares', 'isBetween', 'isTruth', 'isSet', 'isWithinNext',
  'isWithinLast', 'isMoreThanAgo', 'hasAnniversaryWithinNext', 'isBefore', 'isAfter', 'includes', 'comparesVersion', 'isInShare', 'hasBeen',
  'count', 'countDistinct', 'sum', 'average', 'minimum', 'maximum', 'median', 'first', 'last', 'mostFrequent', 'ratio',
]);

const knownCounts = new Set<CountTest>(['atLeast', 'atMost', 'exactly', 'moreThan', 'fewerThan', 'between']);

interface Json {
  readonly type?: unknown;
  readonly [member: string]: unknown;
}

function isObject(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isKnown(value: unknown): boolean {
  if (Array.isArray(value)) return value.every(isKnown);
  if (!isObject(value)) return true;
  if (typeof value.type === 'string' && !knownTypes.has(value.type)) return false;
  if (typeof value.test === 'string' && !knownCounts.has(value.test as CountTest)) return false;
  return Object.values(value).every(isKnown);
}

function expressionOf(json: unknown): Expression {
  if (!isObject(json)) return { type: 'other', json };
  if ((json.type === 'all' || json.type === 'any' || json.type === 'atLeastOf') && Array.isArray(json.items)) {
    return { ...json, items: json.items.map(expressionOf) } as unknown as Group;
  }
  if (json.type === 'not') return { type: 'not', operand: expressionOf(json.operand) };
  return isKnown(json) ? (json as unknown as Expression) : { type: 'other', json };
}

/** The root of the builder is always a group, if only of one. */
export function asGroup(expression: Expression): Group {
  return isGroup(expression) ? expression : { type: 'all', items: [expression] };
}

export const emptyGroup: Group = { type: 'all', items: [] };

/** One expression of a tree that the server wrote. */
export function readExpression(tree: unknown): Expression {
  return isObject(tree) ? expressionOf(tree.definition) : emptyGroup;
}

/** The tree that the server wrote, for the builder. */
export function readTree(tree: unknown): Group {
  return asGroup(readExpression(tree));
}

/** A part as the server reads it: groups of one are their item, empty groups are nothing. */
function wireOf(node: Expression): unknown {
  switch (node.type) {
    case 'all':
    case 'any':
    case 'atLeastOf': {
      const items = node.items.map(wireOf).filter((item) => item !== null);
      if (items.length === 0) return null;
      if (node.type === 'atLeastOf') return { ...node, items };
      return items.length === 1 ? items[0] : { type: node.type, items };
    }
    case 'not': {
      const operand = wireOf(node.operand);
      return operand === null ? null : { type: 'not', operand };
    }
    case 'other':
      return node.json;
    default:
      return wireParts(node);
  }
}

/** Conditions of events may hold half-built groups below their `where`. */
function wireParts(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(wireParts);
  if (!isObject(value)) return value;
  const parts = Object.entries(value).map(([name, part]): [string, unknown] => [name, name === 'where' ? wireOf(part as Expression) : wireParts(part)]);
  return Object.fromEntries(parts.filter(([name, part]) => part !== undefined && !(name === 'where' && part === null)));
}

/** The tree to send, or null when nothing is asked yet. */
export function writeTree(expression: Expression): object | null {
  const definition = wireOf(expression);
  return definition === null ? null : { version: treeVersion, definition };
}
