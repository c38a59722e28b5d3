import type { Comparison, Duration, ValueTest } from './expression';

/** What can be asked of a value, in the words of the forms; each entry makes a test, taking over what it can from the one before. */

export type ValueKind = 'none' | 'text' | 'texts' | 'number' | 'range' | 'duration' | 'instant' | 'version' | 'percent' | 'textAndDuration';

export interface TestKind {
  readonly id: string;
  readonly label: string;
  readonly group: string;
  readonly kind: ValueKind;
  readonly matches: (test: ValueTest) => boolean;
  readonly make: (before: ValueTest | null) => ValueTest;
}

export const aWeek: Duration = { count: 7, unit: 'days' };

function textIn(test: ValueTest | null): string {
  if (!test) return '';
  switch (test.type) {
    case 'is':
    case 'contains':
    case 'startsWith':
    case 'endsWith':
    case 'hasBeen':
      return test.value;
    case 'matches':
      return test.pattern;
    case 'isOneOf':
    case 'includes':
      return test.values[0] ?? '';
    case 'compares':
      return String(test.value);
    case 'comparesVersion':
      return test.version;
    default:
      return '';
  }
}

function textsIn(test: ValueTest | null): readonly string[] {
  if (test && (test.type === 'isOneOf' || test.type === 'includes')) return test.values;
  const text = textIn(test);
  return text === '' ? [] : [text];
}

function numberIn(test: ValueTest | null): number {
  if (test?.type === 'isBetween') return test.low;
  const number = Number(textIn(test));
  return Number.isFinite(number) ? number : 0;
}

function lengthIn(test: ValueTest | null): Duration {
  return test && 'length' in test ? test.length : aWeek;
}

function instantIn(test: ValueTest | null): string {
  return test && 'instant' in test ? test.instant : `${String(new Date().getUTCFullYear())}-01-01`;
}

function text(id: string, label: string, type: 'is' | 'contains', negated: boolean): TestKind {
  return {
    id, label, group: 'Text', kind: 'text',
    matches: (test) => test.type === type && test.negated === negated,
    make: (before) => ({ type, value: textIn(before), negated }),
  };
}

function comparison(id: string, label: string, sign: Comparison): TestKind {
  return {
    id, label, group: 'Number', kind: 'number',
    matches: (test) => test.type === 'compares' && test.comparison === sign,
    make: (before) => ({ type: 'compares', comparison: sign, value: numberIn(before) }),
  };
}

function version(id: string, label: string, sign: Comparison): TestKind {
  return {
    id, label, group: 'Version', kind: 'version',
    matches: (test) => test.type === 'comparesVersion' && test.comparison === sign,
    make: (before) => ({ type: 'comparesVersion', comparison: sign, version: before?.type === 'comparesVersion' ? before.version : '1.0.0' }),
  };
}

function within(type: 'isWithinNext' | 'isWithinLast' | 'isMoreThanAgo' | 'hasAnniversaryWithinNext', label: string): TestKind {
  return { id: type, label, group: 'Date', kind: 'duration', matches: (test) => test.type === type, make: (before) => ({ type, length: lengthIn(before) }) };
}

function instant(type: 'isBefore' | 'isAfter', label: string): TestKind {
  return { id: type, label, group: 'Date', kind: 'instant', matches: (test) => test.type === type, make: (before) => ({ type, instant: instantIn(before) }) };
}

function truth(id: string, label: string, value: boolean, negated: boolean): TestKind {
  return {
    id, label, group: 'Yes or no', kind: 'none',
    matches: (test) => test.type === 'isTruth' && test.value === value && test.negated === negated,
    make: () => ({ type: 'isTruth', value, negated }),
  };
}

function list(id: string, label: string, every: boolean): TestKind {
  return {
    id, label, group: 'List', kind: 'texts',
    matches: (test) => test.type === 'includes' && test.every === every,
    make: (before) => ({ type: 'includes', values: textsIn(before), every }),
  };
}

export const dateTests: readonly TestKind[] = [
  within('isWithinLast', 'within the last'),
  within('isMoreThanAgo', 'longer ago than'),
  within('isWithinNext', 'within the next'),
  within('hasAnniversaryWithinNext', 'has its anniversary within the next'),
  instant('isBefore', 'before'),
  instant('isAfter', 'after'),
];

export const numberTests: readonly TestKind[] = [
  comparison('atLeast', 'at least', '>='),
  comparison('moreThan', 'more than', '>'),
  comparison('atMost', 'at most', '<='),
  comparison('lessThan', 'less than', '<'),
  comparison('equals', 'exactly', '='),
  comparison('differs', 'not exactly', '!='),
  {
    id: 'isBetween', label: 'between', group: 'Number', kind: 'range',
    matches: (test) => test.type === 'isBetween',
    make: (before) => ({ type: 'isBetween', low: numberIn(before), high: before?.type === 'isBetween' ? before.high : numberIn(before) + 10 }),
  },
];

const presenceTests: readonly TestKind[] = [
  { id: 'isSet', label: 'is known', group: 'Known or not', kind: 'none', matches: (test) => test.type === 'isSet' && !test.negated, make: () => ({ type: 'isSet', negated: false }) },
  { id: 'isNotSet', label: 'is not known', group: 'Known or not', kind: 'none', matches: (test) => test.type === 'isSet' && test.negated, make: () => ({ type: 'isSet', negated: true }) },
];

/** Tests of a single value that can be put to any trait, property or measured value. */
export const valueTests: readonly TestKind[] = [
  text('is', 'is', 'is', false),
  text('isNot', 'is not', 'is', true),
  { id: 'isOneOf', label: 'is one of', group: 'Text', kind: 'texts', matches: (test) => test.type === 'isOneOf' && !test.negated, make: (before) => ({ type: 'isOneOf', values: textsIn(before), negated: false }) },
  { id: 'isNotOneOf', label: 'is none of', group: 'Text', kind: 'texts', matches: (test) => test.type === 'isOneOf' && test.negated, make: (before) => ({ type: 'isOneOf', values: textsIn(before), negated: true }) },
  text('contains', 'contains', 'contains', false),
  text('containsNot', 'does not contain', 'contains', true),
  { id: 'startsWith', label: 'starts with', group: 'Text', kind: 'text', matches: (test) => test.type === 'startsWith', make: (before) => ({ type: 'startsWith', value: textIn(before) }) },
  { id: 'endsWith', label: 'ends with', group: 'Text', kind: 'text', matches: (test) => test.type === 'endsWith', make: (before) => ({ type: 'endsWith', value: textIn(before) }) },
  { id: 'matches', label: 'matches the pattern', group: 'Text', kind: 'text', matches: (test) => test.type === 'matches', make: (before) => ({ type: 'matches', pattern: textIn(before) }) },
  ...numberTests,
  truth('isTrue', 'is true', true, false),
  truth('isFalse', 'is false', false, false),
  truth('isNotTrue', 'is not true', true, true),
  truth('isNotFalse', 'is not false', false, true),
  ...dateTests,
  list('includes', 'includes any of', false),
  list('includesAll', 'includes all of', true),
  version('versionAtLeast', 'is version … or later', '>='),
  version('versionAfter', 'is later than version', '>'),
  version('versionAtMost', 'is version … or earlier', '<='),
  version('versionBefore', 'is earlier than version', '<'),
  version('versionIs', 'is exactly version', '='),
  version('versionIsNot', 'is not version', '!='),
];

export const propertyTests: readonly TestKind[] = [...valueTests, ...presenceTests];

const shareTests: readonly TestKind[] = (['top', 'bottom'] as const).map((extreme) => ({
  id: extreme, label: `is in the ${extreme}`, group: 'Among everyone', kind: 'percent' as const,
  matches: (test: ValueTest) => test.type === 'isInShare' && test.extreme === extreme,
  make: (before: ValueTest | null): ValueTest => ({ type: 'isInShare', extreme, percent: before?.type === 'isInShare' ? before.percent : 10 }),
}));

const historyTest: TestKind = {
  id: 'hasBeen', label: 'has been', group: 'Over time', kind: 'textAndDuration',
  matches: (test) => test.type === 'hasBeen',
  make: (before) => ({ type: 'hasBeen', value: textIn(before), length: lengthIn(before) }),
};

const otherNamespaces = new Set(['company', 'context', 'rfm', 'score']);

/** What can be asked of a trait: ranks of scores only, and how long it has been so of the customer's own traits. */
export function traitTests(path: readonly string[]): readonly TestKind[] {
  const own = path.length === 1 ? path[0] !== 'persona' : !otherNamespaces.has(path[0] ?? '');
  return [...propertyTests, ...(path[0] === 'score' && path.length === 2 ? shareTests : []), ...(own ? [historyTest] : [])];
}

/** The test that suits values of the types seen, to begin with. */
export function firstTest(types: readonly string[]): ValueTest {
  const seen = new Set(types.map((type) => type.toLowerCase()));
  if (seen.has('boolean')) return { type: 'isTruth', value: true, negated: false };
  if (seen.has('number') && !seen.has('text')) return { type: 'compares', comparison: '>=', value: 1 };
  if (seen.has('datetext') || seen.has('date')) return { type: 'isWithinLast', length: aWeek };
  if (seen.has('list')) return { type: 'includes', values: [], every: false };
  return { type: 'is', value: '', negated: false };
}
