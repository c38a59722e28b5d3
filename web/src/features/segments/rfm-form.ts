import type { RfmModel, RfmOptions } from './api/get-rfm';

export type Axis = 'recency' | 'frequency' | 'monetary';
export const axes: readonly Axis[] = ['recency', 'frequency', 'monetary'];

/** The scores that have a lower bound; one is for everyone else. */
export const boundedScores = [2, 3, 4, 5] as const;

/** What the settings page holds while it is edited: text where a number may be half typed. */
export interface RfmForm {
  scoring: 'quintiles' | 'thresholds';
  thresholds: Record<Axis, (number | string)[]>;
  window: 'all' | 'days';
  windowDays: number | string;
  reference: 'automatic' | 'fixed';
  referenceDate: string;
  monetary: 'gross' | 'net';
  naming: 'full' | 'short';
}

const yearDays = 365;

function boundsOf(model: RfmModel, axis: Axis): (number | string)[] {
  const bounds = model.options.thresholds?.[axis] ?? model.cutoffs?.[axis] ?? [];
  return boundedScores.map((_, index) => bounds[index] ?? '');
}

/** Thresholds that were never set start from the cut-offs that the quintiles made. */
export function formOf(model: RfmModel): RfmForm {
  const { options } = model;
  return {
    scoring: options.scoring,
    thresholds: { recency: boundsOf(model, 'recency'), frequency: boundsOf(model, 'frequency'), monetary: boundsOf(model, 'monetary') },
    window: options.windowDays ? 'days' : 'all',
    windowDays: options.windowDays ?? yearDays,
    reference: options.referenceDate ? 'fixed' : 'automatic',
    referenceDate: options.referenceDate ?? model.referenceDate ?? '',
    monetary: options.monetary,
    naming: options.naming,
  };
}

function numbers(values: readonly (number | string)[]): number[] {
  return values.map(Number);
}

export function optionsOf(form: RfmForm): RfmOptions {
  const { thresholds } = form;
  return {
    scoring: form.scoring,
    thresholds:
      form.scoring === 'thresholds'
        ? { recency: numbers(thresholds.recency), frequency: numbers(thresholds.frequency), monetary: numbers(thresholds.monetary) }
        : null,
    windowDays: form.window === 'days' ? Number(form.windowDays) : null,
    referenceDate: form.reference === 'fixed' && form.referenceDate ? form.referenceDate : null,
    monetary: form.monetary,
    naming: form.naming,
  };
}
