import type { EventSelector, Expression, Measure, ValueTest } from './expression';
import type { Place } from './edit';

/** What a condition still needs before it says anything, as a request to whoever builds it; null when it is whole. */

function inTest(test: ValueTest): string | null {
  if ((test.type === 'isOneOf' || test.type === 'includes') && test.values.length === 0) return 'Choose at least one value.';
  if (test.type === 'matches' && test.pattern === '') return 'Write the pattern.';
  if (test.type === 'comparesVersion' && test.version.trim() === '') return 'Write the version.';
  if (test.type === 'isBetween' && test.high < test.low) return 'The second number is below the first.';
  return null;
}

function inEvent({ name, where }: EventSelector): string | null {
  if (name === '') return 'Choose an event.';
  return where ? firstMissing(where) : null;
}

function inMeasure(measure: Measure): string | null {
  if (measure.type === 'ratio') return inMeasure(measure.dividend) ?? inMeasure(measure.divisor);
  if ('property' in measure && measure.property.length === 0) return 'Choose a property.';
  return inEvent(measure.event);
}

export function missingIn(node: Expression): string | null {
  switch (node.type) {
    case 'trait':
    case 'property':
      return node.path.length === 0 ? `Choose a ${node.type}.` : inTest(node.test);
    case 'did':
    case 'didRegularly':
      return inEvent(node.event);
    case 'didSequence': {
      const events = [node.first, ...node.then.map(({ event }) => event), node.absence?.event, node.withoutBetween];
      return events.map((event) => (event ? inEvent(event) : null)).find((found) => found !== null) ?? (node.sameProperty?.length === 0 ? 'Choose a property.' : null);
    }
    case 'companyDid':
      return missingIn(node.condition);
    case 'recency':
      return inEvent(node.event);
    case 'measure':
      return inMeasure(node.measure) ?? inTest(node.test);
    case 'trend':
      return inMeasure(node.measure);
    case 'inSegment':
    case 'enteredSegment':
    case 'leftSegment':
    case 'hasBeenInSegment':
      return node.segment === '' ? 'Choose a segment.' : null;
    case 'consentsTo':
      return node.purpose === '' ? 'Say what they consent to.' : null;
    case 'inRandomShare':
      return node.salt === '' ? 'Give the draw a name.' : null;
    default:
      return null;
  }
}

function firstMissing(node: Expression): string | null {
  if (node.type === 'not') return firstMissing(node.operand);
  if (node.type === 'all' || node.type === 'any' || node.type === 'atLeastOf') {
    return node.items.map(firstMissing).find((found) => found !== null) ?? null;
  }
  return missingIn(node);
}

/** Whether every condition of a tree is whole. */
export function isWhole(node: Expression): boolean {
  return firstMissing(node) === null;
}

/** How a place is called on the screen: its numbers from the outside in, from one. */
export function placeName(place: Place): string {
  return place.map((index) => String(index + 1)).join('.');
}
