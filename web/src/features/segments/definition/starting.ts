import type { Did, Duration, Expression, EventSelector, Period, Quantity } from './expression';
import { firstTest } from './value-tests';
import { readPath } from './path';
import type { Vocabulary } from './vocabulary';

/** What a condition is before anybody has filled it in: as near as can be to one that means something. */

export const twoWeeks: Duration = { count: 14, unit: 'days' };
export const atLeastOnce: Quantity = { of: 'times', test: 'atLeast', count: 1 };
export const inTwoWeeks: Period = { type: 'inLast', length: twoWeeks };

export type Starting = 'did' | 'trait' | 'measure' | 'recency' | 'sequence' | 'regularly' | 'segment' | 'company' | 'consent' | 'chance' | 'group';

export function startingEvent({ events }: Vocabulary): EventSelector {
  return { name: events[0]?.name ?? '' };
}

export function startingDid(vocabulary: Vocabulary): Did {
  return { type: 'did', event: startingEvent(vocabulary), quantity: atLeastOnce, period: inTwoWeeks };
}

export function startingProperty(): Expression {
  return { type: 'property', path: [], test: { type: 'is', value: '', negated: false } };
}

function startingTrait({ traits }: Vocabulary): Expression {
  const first = traits[0];
  return { type: 'trait', path: first ? (readPath(first.path) ?? []) : [], test: firstTest(first?.types ?? []) };
}

export function startingCondition(kind: Starting, vocabulary: Vocabulary): Expression {
  const event = startingEvent(vocabulary);
  switch (kind) {
    case 'did':
      return startingDid(vocabulary);
    case 'trait':
      return startingTrait(vocabulary);
    case 'measure':
      return { type: 'measure', measure: { type: 'count', event, period: inTwoWeeks }, test: { type: 'compares', comparison: '>=', value: 3 } };
    case 'recency':
      return { type: 'recency', occurrence: 'last', event, test: { type: 'isMoreThanAgo', length: twoWeeks } };
    case 'sequence':
      return { type: 'didSequence', first: event, then: [{ event: { name: vocabulary.events[1]?.name ?? event.name }, within: { count: 3, unit: 'days' } }], period: { type: 'ever' } };
    case 'regularly':
      return { type: 'didRegularly', event, quantity: atLeastOnce, unit: 'weeks', minimum: 3, of: 4 };
    case 'segment':
      return { type: 'inSegment', segment: vocabulary.segments[0]?.key ?? '' };
    case 'company':
      return { type: 'companyDid', condition: startingDid(vocabulary) };
    case 'consent':
      return { type: 'consentsTo', purpose: 'email' };
    case 'chance':
      return { type: 'inRandomShare', percent: 10, salt: 'holdout' };
    case 'group':
      return { type: 'any', items: [startingDid(vocabulary)] };
  }
}
