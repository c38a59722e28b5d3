import type { DateTest, Deed, EventSelector, Expression, Recency, ValueTest } from '../../definition/expression';
import { atLeastOnce, inTwoWeeks, startingEvent, twoWeeks } from '../../definition/starting';
import { dateTests } from '../../definition/value-tests';
import { useVocabulary, type Vocabulary } from '../../definition/vocabulary';
import { ChoiceSlot } from '../slots/choice-slot';
import { unitChoices } from '../slots/duration-slot';
import { NumberSlot } from '../slots/number-slot';
import { PeriodSlot } from '../slots/period-slot';
import { QuantitySlot } from '../slots/quantity-slot';
import { TestSlot } from '../slots/test-slot';
import { EventChoice, Where } from './event-form';
import { SequenceForm } from './sequence-form';

type Told = Deed | Recency;
type Verb = 'did' | 'didNot' | 'regularly' | 'sequence' | 'first' | 'last';
type Who = 'they' | 'company';

interface DeedFormProps {
  who: Who;
  negated: boolean;
  deed: Told;
  onChange: (node: Expression) => void;
}

const verbs: readonly { value: Verb; label: string }[] = [
  { value: 'did', label: 'did' },
  { value: 'didNot', label: 'did not do' },
  { value: 'regularly', label: 'regularly did' },
  { value: 'sequence', label: 'did one after the other' },
  { value: 'last', label: 'last did' },
  { value: 'first', label: 'first did' },
];

const ownVerbs = new Set<Verb>(['first', 'last']);
const pastTests = dateTests.filter(({ id }) => id !== 'isWithinNext' && id !== 'hasAnniversaryWithinNext');

function isDateTest(test: ValueTest): test is DateTest {
  return 'instant' in test || ('length' in test && test.type !== 'hasBeen');
}

function verbOf(deed: Told, negated: boolean): Verb {
  if (deed.type === 'did') return negated ? 'didNot' : 'did';
  if (deed.type === 'recency') return deed.occurrence;
  return deed.type === 'didRegularly' ? 'regularly' : 'sequence';
}

function eventOf(deed: Told): EventSelector {
  return deed.type === 'didSequence' ? deed.first : deed.event;
}

function told(who: Who, negated: boolean, deed: Told): Expression {
  const whole: Expression = who === 'company' && deed.type !== 'recency' ? { type: 'companyDid', condition: deed } : deed;
  return negated ? { type: 'not', operand: whole } : whole;
}

/** The same event told with another verb. */
function retell(deed: Told, verb: Verb, vocabulary: Vocabulary): Told {
  const event = eventOf(deed);
  const period = 'period' in deed ? deed.period : inTwoWeeks;
  const quantity = 'quantity' in deed ? deed.quantity : atLeastOnce;
  switch (verb) {
    case 'did':
    case 'didNot':
      return { type: 'did', event, quantity, period };
    case 'regularly':
      return { type: 'didRegularly', event, quantity, unit: 'weeks', minimum: 3, of: 4 };
    case 'sequence':
      return { type: 'didSequence', first: event, then: [{ event: startingEvent({ ...vocabulary, events: vocabulary.events.filter(({ name }) => name !== event.name) }), within: { count: 3, unit: 'days' } }], period: { type: 'ever' } };
    case 'first':
    case 'last':
      return { type: 'recency', occurrence: verb, event, test: deed.type === 'recency' ? deed.test : { type: 'isMoreThanAgo', length: twoWeeks } };
  }
}

/** What somebody did: how often, regularly, one after the other, or when for the first or last time. */
export function DeedForm({ who, negated, deed, onChange }: DeedFormProps) {
  const vocabulary = useVocabulary();
  const change = (next: Told) => onChange(told(who, negated, next));
  return (
    <>
      <ChoiceSlot
        label="Who"
        value={who}
        choices={[
          { value: 'they', label: 'They' },
          { value: 'company', label: 'Their company' },
        ]}
        onChange={(next) => onChange(told(next, negated, deed.type === 'recency' && next === 'company' ? retell(deed, 'did', vocabulary) : deed))}
      />
      <ChoiceSlot
        label="Verb"
        value={verbOf(deed, negated)}
        choices={verbs.filter(({ value }) => who === 'they' || !ownVerbs.has(value))}
        onChange={(verb) => onChange(told(who, verb === 'didNot', retell(deed, verb, vocabulary)))}
      />
      <DeedParts deed={deed} onChange={change} />
    </>
  );
}

function DeedParts({ deed, onChange }: { deed: Told; onChange: (deed: Told) => void }) {
  switch (deed.type) {
    case 'did':
      return (
        <>
          <EventChoice event={deed.event} onChange={(event) => onChange({ ...deed, event })} />
          <QuantitySlot value={deed.quantity} onChange={(quantity) => onChange({ ...deed, quantity })} />
          <PeriodSlot value={deed.period} onChange={(period) => onChange({ ...deed, period })} />
          <Where event={deed.event} onChange={(event) => onChange({ ...deed, event })} />
        </>
      );
    case 'didRegularly':
      return (
        <>
          <EventChoice event={deed.event} onChange={(event) => onChange({ ...deed, event })} />
          <QuantitySlot value={deed.quantity} onChange={(quantity) => onChange({ ...deed, quantity })} />
          <span>per</span>
          <ChoiceSlot label="Per" value={deed.unit} choices={unitChoices(1)} onChange={(unit) => onChange({ ...deed, unit })} />
          <span>in at least</span>
          <NumberSlot label="In how many of them" value={deed.minimum} maximum={deed.of} onChange={(minimum) => onChange({ ...deed, minimum })} />
          <span>of the last</span>
          <NumberSlot label="Of the last" value={deed.of} minimum={1} maximum={1000} onChange={(of) => onChange({ ...deed, of })} />
          <ChoiceSlot label="Of the last" value={deed.unit} choices={unitChoices(deed.of)} onChange={(unit) => onChange({ ...deed, unit })} />
          <Where event={deed.event} onChange={(event) => onChange({ ...deed, event })} />
        </>
      );
    case 'recency':
      return (
        <>
          <EventChoice event={deed.event} onChange={(event) => onChange({ ...deed, event })} />
          <TestSlot
            test={deed.test}
            tests={pastTests}
            onChange={(test) => {
              if (isDateTest(test)) onChange({ ...deed, test });
            }}
          />
          <Where event={deed.event} onChange={(event) => onChange({ ...deed, event })} />
        </>
      );
    default:
      return <SequenceForm node={deed} onChange={onChange} />;
  }
}
