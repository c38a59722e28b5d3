/**
 * The tree of the segment language, in the JSON form that the server reads and writes (version 1). The builder edits this
 * tree; the text beside it is the server's. Groups may be short of items while somebody is building.
 */

export type Path = readonly string[];
export type Unit = 'minutes' | 'hours' | 'days' | 'weeks';
export type CalendarUnit = 'day' | 'week' | 'month' | 'quarter' | 'year';
export type Comparison = '=' | '!=' | '<' | '<=' | '>' | '>=';
export type CountTest = 'atLeast' | 'atMost' | 'exactly' | 'moreThan' | 'fewerThan' | 'between';
export type Aggregate = 'sum' | 'average' | 'minimum' | 'maximum' | 'median';

export interface Duration {
  readonly count: number;
  readonly unit: Unit;
}

export interface Quantity {
  readonly of: 'times' | 'days';
  readonly test: CountTest;
  readonly count: number;
  readonly upTo?: number;
}

export interface EventSelector {
  /** Null for any event. */
  readonly name: string | null;
  readonly where?: Expression;
}

export type Period =
  | { readonly type: 'ever' }
  | { readonly type: 'inLast' | 'inFirst'; readonly length: Duration }
  | { readonly type: 'since'; readonly from: string }
  | { readonly type: 'before'; readonly to: string }
  | { readonly type: 'between'; readonly from: string; readonly to: string }
  | { readonly type: 'betweenAgo'; readonly from: number; readonly to: number; readonly unit: Unit }
  | { readonly type: 'inCurrent' | 'inPrevious'; readonly unit: CalendarUnit };

export type DateTest =
  | { readonly type: 'isWithinNext' | 'isWithinLast' | 'isMoreThanAgo' | 'hasAnniversaryWithinNext'; readonly length: Duration }
  | { readonly type: 'isBefore' | 'isAfter'; readonly instant: string };

export type ValueTest =
  | DateTest
  | { readonly type: 'is' | 'contains'; readonly value: string; readonly negated: boolean }
  | { readonly type: 'startsWith' | 'endsWith'; readonly value: string }
  | { readonly type: 'matches'; readonly pattern: string }
  | { readonly type: 'isOneOf'; readonly values: readonly string[]; readonly negated: boolean }
  | { readonly type: 'includes'; readonly values: readonly string[]; readonly every: boolean }
  | { readonly type: 'compares'; readonly comparison: Comparison; readonly value: number }
  | { readonly type: 'isBetween'; readonly low: number; readonly high: number }
  | { readonly type: 'isTruth'; readonly value: boolean; readonly negated: boolean }
  | { readonly type: 'isSet'; readonly negated: boolean }
  | { readonly type: 'comparesVersion'; readonly comparison: Comparison; readonly version: string }
  | { readonly type: 'isInShare'; readonly extreme: 'top' | 'bottom'; readonly percent: number }
  | { readonly type: 'hasBeen'; readonly value: string; readonly length: Duration };

export interface CountMeasure {
  readonly type: 'count';
  readonly event: EventSelector;
  readonly period: Period;
}

export interface PropertyMeasure {
  readonly type: Aggregate | 'countDistinct' | 'first' | 'last' | 'mostFrequent';
  readonly property: Path;
  readonly event: EventSelector;
  readonly period: Period;
}

export type SimpleMeasure = CountMeasure | PropertyMeasure;

export interface Ratio {
  readonly type: 'ratio';
  readonly dividend: SimpleMeasure;
  readonly divisor: SimpleMeasure;
}

export type Measure = SimpleMeasure | Ratio;

export type Group =
  | { readonly type: 'all' | 'any'; readonly items: readonly Expression[] }
  | { readonly type: 'atLeastOf'; readonly minimum: number; readonly items: readonly Expression[] };

export interface Not {
  readonly type: 'not';
  readonly operand: Expression;
}

/** A test of a trait of the customer, or of a property of an event. */
export interface Tested {
  readonly type: 'trait' | 'property';
  readonly path: Path;
  readonly test: ValueTest;
}

export interface Did {
  readonly type: 'did';
  readonly event: EventSelector;
  readonly quantity: Quantity;
  readonly period: Period;
}

export interface DidRegularly {
  readonly type: 'didRegularly';
  readonly event: EventSelector;
  readonly quantity: Quantity;
  readonly unit: Unit;
  readonly minimum: number;
  readonly of: number;
}

export interface SequenceStep {
  readonly event: EventSelector;
  readonly within?: Duration;
}

export interface DidSequence {
  readonly type: 'didSequence';
  readonly first: EventSelector;
  readonly then: readonly SequenceStep[];
  readonly absence?: { readonly event: EventSelector; readonly within: Duration };
  readonly sameProperty?: Path;
  readonly withoutBetween?: EventSelector;
  readonly period: Period;
}

export type Deed = Did | DidRegularly | DidSequence;

export interface MeasureCondition {
  readonly type: 'measure';
  readonly measure: Measure;
  readonly test: ValueTest;
}

export interface TrendCondition {
  readonly type: 'trend';
  readonly measure: Measure;
  readonly trend: 'rose' | 'fell';
  readonly percent: number;
}

export interface Recency {
  readonly type: 'recency';
  readonly occurrence: 'first' | 'last';
  readonly event: EventSelector;
  readonly test: DateTest;
}

export type Membership =
  | { readonly type: 'inSegment'; readonly segment: string }
  | { readonly type: 'enteredSegment' | 'leftSegment'; readonly segment: string; readonly period: Period }
  | { readonly type: 'hasBeenInSegment'; readonly segment: string; readonly length: Duration };

export interface Consent {
  readonly type: 'consentsTo';
  readonly purpose: string;
}

export interface RandomShare {
  readonly type: 'inRandomShare';
  readonly percent: number;
  readonly salt: string;
}

export interface CompanyDid {
  readonly type: 'companyDid';
  readonly condition: Deed;
}

/** What this version of the app has no form for: kept as it is, shown and edited as text. */
export interface Other {
  readonly type: 'other';
  readonly json: unknown;
}

export type Condition = Tested | Deed | MeasureCondition | TrendCondition | Recency | Membership | Consent | RandomShare | CompanyDid | Other;

export type Expression = Group | Not | Condition;

export function isGroup(node: Expression): node is Group {
  return node.type === 'all' || node.type === 'any' || node.type === 'atLeastOf';
}
