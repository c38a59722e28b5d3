import { Button, NumberInput, Radio, TextInput } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { type ReactNode, type SyntheticEvent, useId, useState } from 'react';
import { asProblem } from '@/lib/api/problem';
import { useWorkspace } from '@/lib/workspace/workspace-context';
import type { RfmModel } from '../api/get-rfm';
import { useSaveRfmOptions } from '../api/save-rfm-options';
import { axes, type Axis, boundedScores, formOf, optionsOf, type RfmForm } from '../rfm-form';
import styles from './rfm-options-form.module.css';

const axisLabels: Record<Axis, string> = { recency: 'Recency, at most days ago', frequency: 'Frequency, at least orders', monetary: 'Monetary, at least' };

interface ChoiceProps<Value extends string> {
  label: string;
  description: ReactNode;
  value: Value;
  choices: readonly { value: Value; label: string; description: string }[];
  onChange: (value: Value) => void;
  children?: ReactNode;
}

function Choice<Value extends string>({ label, description, value, choices, onChange, children }: ChoiceProps<Value>) {
  const id = useId();
  return (
    <section className={styles.choice} aria-labelledby={id}>
      <div>
        <h3 id={id}>{label}</h3>
        <p className={styles.description}>{description}</p>
      </div>
      <div className={styles.options}>
        <Radio.Group
          aria-labelledby={id}
          value={value}
          onChange={(chosen) => {
            const choice = choices.find((candidate) => candidate.value === chosen);
            if (choice) onChange(choice.value);
          }}
        >
          <div className={styles.radios}>
            {choices.map((choice) => (
              <Radio key={choice.value} value={choice.value} label={choice.label} description={choice.description} />
            ))}
          </div>
        </Radio.Group>
        {children}
      </div>
    </section>
  );
}

interface ThresholdsProps {
  thresholds: RfmForm['thresholds'];
  errorOf: (path: string) => string | undefined;
  onChange: (thresholds: RfmForm['thresholds']) => void;
}

function Thresholds({ thresholds, errorOf, onChange }: ThresholdsProps) {
  const { currency } = useWorkspace();
  return (
    <div className={styles.thresholds}>
      {axes.map((axis) => (
        <fieldset key={axis} className={styles.axis}>
          <legend>
            {axisLabels[axis]}
            {axis === 'monetary' ? ` ${currency}` : ''}
          </legend>
          <div className={styles.bounds}>
            {boundedScores.map((score, index) => (
              <NumberInput
                key={score}
                label={`Score ${String(score)}`}
                size="xs"
                hideControls
                thousandSeparator=","
                allowNegative={axis === 'monetary'}
                decimalScale={axis === 'monetary' ? 2 : 0}
                value={thresholds[axis][index] ?? ''}
                onChange={(value) => {
                  onChange({ ...thresholds, [axis]: thresholds[axis].with(index, value) });
                }}
              />
            ))}
          </div>
          {errorOf(`options.thresholds.${axis}`) ? (
            <p className={styles.error} role="alert">
              {errorOf(`options.thresholds.${axis}`)}
            </p>
          ) : null}
        </fieldset>
      ))}
    </div>
  );
}

/** How customers are scored and named. Saving scores everyone anew. */
export function RfmOptionsForm({ model }: { model: RfmModel }) {
  const [form, setForm] = useState(() => formOf(model));
  const saving = useSaveRfmOptions();
  const problem = saving.isError ? asProblem(saving.error) : null;
  const changed = JSON.stringify(optionsOf(form)) !== JSON.stringify(optionsOf(formOf(model)));

  function set(part: Partial<RfmForm>) {
    setForm((before) => ({ ...before, ...part }));
  }

  function errorOf(path: string): string | undefined {
    return problem?.errors[path]?.join(' ');
  }

  function save(event: SyntheticEvent) {
    event.preventDefault();
    saving.mutate(optionsOf(form), {
      onSuccess: () => {
        notifications.show({ color: 'teal', title: 'Saved', message: 'Every customer is being scored anew.' });
      },
    });
  }

  return (
    <form onSubmit={save} className={styles.form}>
      <Choice
        label="Scoring"
        description="How a value becomes a score from 1 to 5."
        value={form.scoring}
        choices={[
          { value: 'quintiles', label: 'Quintiles', description: 'Customers are compared with each other; each score holds about a fifth. Equal values share a score.' },
          { value: 'thresholds', label: 'Fixed thresholds', description: 'The cut-offs below, whatever others do. Scores stay comparable over time.' },
        ]}
        onChange={(scoring) => {
          set({ scoring });
        }}
      >
        {form.scoring === 'thresholds' ? (
          <Thresholds
            thresholds={form.thresholds}
            errorOf={errorOf}
            onChange={(thresholds) => {
              set({ thresholds });
            }}
          />
        ) : null}
      </Choice>
      <Choice
        label="Window"
        description="Which purchases count."
        value={form.window}
        choices={[
          { value: 'all', label: 'Everything', description: 'From the first order on.' },
          { value: 'days', label: 'The last days only', description: 'Older orders are left out, and so is who has no younger one.' },
        ]}
        onChange={(window) => {
          set({ window });
        }}
      >
        {form.window === 'days' ? (
          <NumberInput
            label="Days"
            w={140}
            min={1}
            allowDecimal={false}
            value={form.windowDays}
            error={errorOf('options.windowDays')}
            onChange={(windowDays) => {
              set({ windowDays });
            }}
          />
        ) : null}
      </Choice>
      <Choice
        label="Reference date"
        description="The day to which recency is counted."
        value={form.reference}
        choices={[
          { value: 'automatic', label: 'The day after the last order', description: 'Moves along with the data.' },
          { value: 'fixed', label: 'A fixed day', description: 'To look at the past as it was, or to compare.' },
        ]}
        onChange={(reference) => {
          set({ reference });
        }}
      >
        {form.reference === 'fixed' ? (
          <TextInput
            label="Day"
            type="date"
            w={180}
            value={form.referenceDate}
            error={errorOf('options.referenceDate')}
            onChange={(event) => {
              set({ referenceDate: event.currentTarget.value });
            }}
          />
        ) : null}
      </Choice>
      <Choice
        label="Money"
        description="What counts as a customer’s value."
        value={form.monetary}
        choices={[
          { value: 'gross', label: 'Gross', description: 'What was bought; returns do not lower it.' },
          { value: 'net', label: 'Net', description: 'What was kept: returns and cancellations are taken off.' },
        ]}
        onChange={(monetary) => {
          set({ monetary });
        }}
      />
      <Choice
        label="Names"
        description="How finely customers are told apart."
        value={form.naming}
        choices={[
          { value: 'full', label: 'Eleven segments', description: 'From Champions to Lost.' },
          { value: 'short', label: 'Five segments', description: 'Champions, Loyal Customers, Potential Loyalists, New Customers, At-Risk Customers.' },
        ]}
        onChange={(naming) => {
          set({ naming });
        }}
      />
      {problem ? (
        <p className={styles.error} role="alert">
          {problem.message}
        </p>
      ) : null}
      <div className={styles.actions}>
        <Button type="submit" loading={saving.isPending} disabled={!changed}>
          Save and score again
        </Button>
        <Button
          variant="default"
          disabled={!changed}
          onClick={() => {
            setForm(formOf(model));
            saving.reset();
          }}
        >
          Discard
        </Button>
      </div>
    </form>
  );
}
