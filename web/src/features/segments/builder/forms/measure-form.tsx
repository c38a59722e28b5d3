import type { Measure, MeasureCondition, SimpleMeasure, TrendCondition } from '../../definition/expression';
import { inTwoWeeks, startingEvent } from '../../definition/starting';
import { numberTests, type TestKind, valueTests } from '../../definition/value-tests';
import { findPath, propertiesOf, useVocabulary } from '../../definition/vocabulary';
import { ChoiceSlot } from '../slots/choice-slot';
import { NumberSlot } from '../slots/number-slot';
import { PathSlot } from '../slots/path-slot';
import { PeriodSlot } from '../slots/period-slot';
import { TestSlot } from '../slots/test-slot';
import { EventChoice, Where } from './event-form';
import styles from './forms.module.css';

type Measured = MeasureCondition | TrendCondition;

const simpleChoices: readonly { value: SimpleMeasure['type']; label: string; group: string }[] = [
  { value: 'count', label: 'The number', group: 'How many' },
  { value: 'countDistinct', label: 'The number of different', group: 'How many' },
  { value: 'sum', label: 'The sum', group: 'Of a number' },
  { value: 'average', label: 'The average', group: 'Of a number' },
  { value: 'minimum', label: 'The smallest', group: 'Of a number' },
  { value: 'maximum', label: 'The largest', group: 'Of a number' },
  { value: 'median', label: 'The median', group: 'Of a number' },
  { value: 'first', label: 'The first', group: 'Which value' },
  { value: 'last', label: 'The last', group: 'Which value' },
  { value: 'mostFrequent', label: 'The most frequent', group: 'Which value' },
];

const choices: readonly { value: Measure['type']; label: string; group: string }[] = [...simpleChoices, { value: 'ratio', label: 'The ratio', group: 'Two of them' }];
const partChoices = simpleChoices.filter(({ group }) => group !== 'Which value');
const valueMeasures = new Set<Measure['type']>(['first', 'last', 'mostFrequent']);
const trends = ['rose', 'fell'] as const;

function withType(before: SimpleMeasure, type: SimpleMeasure['type']): SimpleMeasure {
  const { event, period } = before;
  return type === 'count' ? { type, event, period } : { type, property: 'property' in before ? before.property : [], event, period };
}

interface SourceFormProps {
  measure: SimpleMeasure;
  onlyInLast: boolean;
  onChange: (measure: SimpleMeasure) => void;
}

/** Of what, and when. */
function SourceForm({ measure, onlyInLast, onChange }: SourceFormProps) {
  const vocabulary = useVocabulary();
  return (
    <>
      {valueMeasures.has(measure.type) || measure.type === 'countDistinct' ? null : <span>of</span>}
      {'property' in measure ? (
        <>
          <PathSlot label="Property" placeholder="a property" path={measure.property} known={propertiesOf(vocabulary, measure.event.name)} onChange={(property) => onChange({ ...measure, property })} />
          <span>of</span>
        </>
      ) : null}
      <EventChoice event={measure.event} onChange={(event) => onChange({ ...measure, event })} />
      <PeriodSlot value={measure.period} onlyInLast={onlyInLast} onChange={(period) => onChange({ ...measure, period })} />
    </>
  );
}

/** One side of a ratio. */
function PartForm({ label, word, ...source }: SourceFormProps & { label: string; word: string }) {
  const { measure, onChange } = source;
  return (
    <span className={styles.line}>
      <span className={styles.lineWord}>{word}</span>
      <ChoiceSlot label={label} value={measure.type} choices={partChoices} onChange={(type) => onChange(withType(measure, type))} />
      <SourceForm {...source} />
      <Where event={measure.event} onChange={(event) => onChange({ ...measure, event })} />
    </span>
  );
}

/** What a trend can be asked of: every period a span up to now. */
function inSpan<Part extends Measure>(measure: Part): Part {
  if (measure.type === 'ratio') return { ...measure, dividend: inSpan(measure.dividend), divisor: inSpan(measure.divisor) };
  return measure.period.type === 'inLast' ? measure : { ...measure, period: inTwoWeeks };
}

/** A number or value over events, and what is asked of it or of its change. */
export function MeasureForm({ node, onChange }: { node: Measured; onChange: (node: Measured) => void }) {
  const vocabulary = useVocabulary();
  const { measure } = node;
  const isTrend = node.type === 'trend';
  const isNumber = !valueMeasures.has(measure.type);

  function changeMeasure(next: Measure) {
    const nextIsNumber = !valueMeasures.has(next.type);
    if (isTrend) onChange(nextIsNumber ? { ...node, measure: inSpan(next) } : { type: 'measure', measure: next, test: { type: 'is', value: '', negated: false } });
    else if (nextIsNumber && node.test.type !== 'compares' && node.test.type !== 'isBetween') onChange({ type: 'measure', measure: next, test: { type: 'compares', comparison: '>=', value: 1 } });
    else onChange({ ...node, measure: next });
  }

  function changeKind(type: Measure['type']) {
    const simple: SimpleMeasure = measure.type === 'ratio' ? measure.dividend : measure;
    if (type !== 'ratio') changeMeasure(withType(simple, type));
    else changeMeasure({ type, dividend: valueMeasures.has(simple.type) ? withType(simple, 'count') : simple, divisor: { type: 'count', event: startingEvent(vocabulary), period: simple.period } });
  }

  return (
    <>
      <ChoiceSlot label="Measure" value={measure.type} choices={choices} onChange={changeKind} />
      {measure.type === 'ratio' ? (
        <span className={styles.lines}>
          <PartForm label="Measure above" word="of" measure={measure.dividend} onlyInLast={isTrend} onChange={(dividend) => changeMeasure({ ...measure, dividend })} />
          <PartForm label="Measure below" word="to" measure={measure.divisor} onlyInLast={isTrend} onChange={(divisor) => changeMeasure({ ...measure, divisor })} />
        </span>
      ) : (
        <SourceForm measure={measure} onlyInLast={isTrend} onChange={changeMeasure} />
      )}
      {isNumber ? <NumberOutcome node={node} onChange={onChange} /> : null}
      {!isNumber && node.type === 'measure' ? (
        <TestSlot test={node.test} tests={valueTests} known={'property' in measure ? findPath(propertiesOf(vocabulary, measure.event.name), measure.property) : undefined} onChange={(test) => onChange({ ...node, test })} />
      ) : null}
      {measure.type === 'ratio' ? null : <Where event={measure.event} onChange={(event) => changeMeasure({ ...measure, event })} />}
    </>
  );
}

/** Comparisons of a number, and of its change against the span before. */
function NumberOutcome({ node, onChange }: { node: Measured; onChange: (node: Measured) => void }) {
  const is = (kind: TestKind) => node.type === 'measure' && kind.matches(node.test);
  const value = node.type === 'trend' ? node.trend : (numberTests.find(is)?.id ?? '');
  return (
    <>
      <ChoiceSlot
        label="Test"
        value={value}
        choices={[
          ...numberTests.map(({ id, label }) => ({ value: id, label: `is ${label}`, group: 'Compared with a number' })),
          ...trends.map((trend) => ({ value: trend, label: `${trend} by at least`, group: 'Compared with the time before' })),
        ]}
        onChange={(id) => {
          const trend = trends.find((candidate) => candidate === id);
          const kind = numberTests.find((candidate) => candidate.id === id);
          if (trend) onChange({ type: 'trend', measure: inSpan(node.measure), trend, percent: node.type === 'trend' ? node.percent : 50 });
          else if (kind) onChange({ type: 'measure', measure: node.measure, test: kind.make(node.type === 'measure' ? node.test : null) });
        }}
      />
      {node.type === 'trend' ? (
        <>
          <NumberSlot label="Percent" value={node.percent} minimum={0.0001} whole={false} onChange={(percent) => onChange({ ...node, percent })} />
          <span>% against the same time before</span>
        </>
      ) : (
        <NumberValue node={node} onChange={onChange} />
      )}
    </>
  );
}

function NumberValue({ node, onChange }: { node: MeasureCondition; onChange: (node: MeasureCondition) => void }) {
  const { test } = node;
  const bounds = { minimum: -Number.MAX_VALUE, maximum: Number.MAX_VALUE, whole: false };
  if (test.type === 'isBetween') {
    return (
      <>
        <NumberSlot {...bounds} label="From" value={test.low} onChange={(low) => onChange({ ...node, test: { ...test, low } })} />
        <span>and</span>
        <NumberSlot {...bounds} label="To" value={test.high} onChange={(high) => onChange({ ...node, test: { ...test, high } })} />
      </>
    );
  }
  return test.type === 'compares' ? <NumberSlot {...bounds} label="Number" value={test.value} onChange={(value) => onChange({ ...node, test: { ...test, value } })} /> : null;
}
