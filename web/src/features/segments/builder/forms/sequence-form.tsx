import { ActionIcon, Button } from '@mantine/core';
import { IconPlus, IconX } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import type { DidSequence, SequenceStep } from '../../definition/expression';
import { startingEvent } from '../../definition/starting';
import { propertiesOf, useVocabulary } from '../../definition/vocabulary';
import { ChoiceSlot } from '../slots/choice-slot';
import { DurationSlot } from '../slots/duration-slot';
import { PathSlot } from '../slots/path-slot';
import { PeriodSlot } from '../slots/period-slot';
import { EventChoice, Where } from './event-form';
import styles from './forms.module.css';

interface SequenceFormProps {
  node: DidSequence;
  onChange: (node: DidSequence) => void;
}

const mostSteps = 20;
const threeDays = { count: 3, unit: 'days' } as const;

function Line({ word, removal, children }: { word: string; removal?: { label: string; remove: () => void } | undefined; children: ReactNode }) {
  return (
    <span className={styles.line}>
      <span className={styles.lineWord}>{word}</span>
      {children}
      {removal ? (
        <ActionIcon variant="subtle" color="gray" size="sm" aria-label={removal.label} onClick={removal.remove}>
          <IconX size={14} aria-hidden="true" />
        </ActionIcon>
      ) : null}
    </span>
  );
}

function Within({ step, onChange }: { step: SequenceStep; onChange: (step: SequenceStep) => void }) {
  return (
    <>
      <ChoiceSlot
        label="How soon after"
        value={step.within ? 'within' : 'anyTime'}
        choices={[
          { value: 'within', label: 'within' },
          { value: 'anyTime', label: 'at any time later' },
        ]}
        onChange={(choice) => onChange(choice === 'within' ? { event: step.event, within: threeDays } : { event: step.event })}
      />
      {step.within ? <DurationSlot label="Within" value={step.within} onChange={(within) => onChange({ ...step, within })} /> : null}
    </>
  );
}

type Extra = 'absence' | 'sameProperty' | 'withoutBetween';

function without(node: DidSequence, extra: Extra): DidSequence {
  return Object.fromEntries(Object.entries(node).filter(([name]) => name !== extra)) as unknown as DidSequence;
}

/** Events strictly one after the other, with what must not happen. */
export function SequenceForm({ node, onChange }: SequenceFormProps) {
  const vocabulary = useVocabulary();
  const { then, absence, sameProperty, withoutBetween } = node;
  const adding = <IconPlus size={13} aria-hidden="true" />;
  // A sequence is two steps, or one and an absence.
  const removable = then.length > 1 || (absence !== undefined && withoutBetween === undefined);
  return (
    <span className={styles.lines}>
      <Line word="first">
        <EventChoice label="First event" event={node.first} onChange={(first) => onChange({ ...node, first })} />
        <Where event={node.first} onChange={(first) => onChange({ ...node, first })} />
      </Line>
      {then.map((step, index) => (
        <Line
          key={index}
          word="then"
          removal={removable ? { label: `Remove step ${String(index + 2)}`, remove: () => onChange({ ...node, then: then.toSpliced(index, 1) }) } : undefined}
        >
          <EventChoice label={`Event of step ${String(index + 2)}`} event={step.event} onChange={(event) => onChange({ ...node, then: then.with(index, { ...step, event }) })} />
          <Within step={step} onChange={(next) => onChange({ ...node, then: then.with(index, next) })} />
          <Where event={step.event} onChange={(event) => onChange({ ...node, then: then.with(index, { ...step, event }) })} />
        </Line>
      ))}
      {absence ? (
        <Line word="and then did not do" removal={then.length > 0 ? { label: 'Remove what did not follow', remove: () => onChange(without(node, 'absence')) } : undefined}>
          <EventChoice label="Event that did not follow" event={absence.event} onChange={(event) => onChange({ ...node, absence: { ...absence, event } })} />
          <span>within</span>
          <DurationSlot label="Within" value={absence.within} onChange={(within) => onChange({ ...node, absence: { ...absence, within } })} />
          <Where event={absence.event} onChange={(event) => onChange({ ...node, absence: { ...absence, event } })} />
        </Line>
      ) : null}
      {sameProperty ? (
        <Line word="with the same" removal={{ label: 'Remove the common property', remove: () => onChange(without(node, 'sameProperty')) }}>
          <PathSlot label="Common property" placeholder="a property" path={sameProperty} known={propertiesOf(vocabulary, node.first.name)} onChange={(path) => onChange({ ...node, sameProperty: path })} />
        </Line>
      ) : null}
      {withoutBetween ? (
        <Line word="without" removal={{ label: 'Remove what must not lie between', remove: () => onChange(without(node, 'withoutBetween')) }}>
          <EventChoice label="Event that must not lie between" event={withoutBetween} onChange={(event) => onChange({ ...node, withoutBetween: event })} />
          <span>in between</span>
          <Where event={withoutBetween} onChange={(event) => onChange({ ...node, withoutBetween: event })} />
        </Line>
      ) : null}
      <Line word="all of it">
        <PeriodSlot value={node.period} onChange={(period) => onChange({ ...node, period })} />
      </Line>
      <span className={styles.adds}>
        {then.length + 1 < mostSteps ? (
          <Button variant="subtle" size="compact-xs" leftSection={adding} onClick={() => onChange({ ...node, then: [...then, { event: startingEvent(vocabulary), within: threeDays }] })}>
            Step
          </Button>
        ) : null}
        {absence ? null : (
          <Button variant="subtle" size="compact-xs" leftSection={adding} onClick={() => onChange({ ...node, absence: { event: startingEvent(vocabulary), within: threeDays } })}>
            Did not follow
          </Button>
        )}
        {sameProperty ? null : (
          <Button variant="subtle" size="compact-xs" leftSection={adding} onClick={() => onChange({ ...node, sameProperty: [] })}>
            Same property
          </Button>
        )}
        {withoutBetween || then.length === 0 ? null : (
          <Button variant="subtle" size="compact-xs" leftSection={adding} onClick={() => onChange({ ...node, withoutBetween: startingEvent(vocabulary) })}>
            Nothing in between
          </Button>
        )}
      </span>
    </span>
  );
}
