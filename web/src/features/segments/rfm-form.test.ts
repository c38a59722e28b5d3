import { describe, expect, it } from 'vitest';
import type { RfmModel } from './api/get-rfm';
import { formOf, optionsOf } from './rfm-form';

const model = {
  options: { scoring: 'quintiles', monetary: 'gross', naming: 'full', thresholds: null, windowDays: null, referenceDate: null },
  cutoffs: { recency: [180, 92, 40, 14], frequency: [2, 4, 7, 12], monetary: [120, 310, 640, 1250] },
  referenceDate: '2011-12-10',
} as unknown as RfmModel;

describe('the RFM form', () => {
  it('says the same options when nothing is changed', () => {
    expect(optionsOf(formOf(model))).toEqual(model.options);
  });

  it('starts thresholds from the cut-offs in force', () => {
    const form = { ...formOf(model), scoring: 'thresholds' as const };
    expect(optionsOf(form).thresholds).toEqual(model.cutoffs);
  });

  it('leaves out what is switched off', () => {
    const form = { ...formOf(model), windowDays: 90, referenceDate: '2011-06-30' };
    expect(optionsOf(form)).toMatchObject({ windowDays: null, referenceDate: null });
    expect(optionsOf({ ...form, window: 'days', reference: 'fixed' })).toMatchObject({ windowDays: 90, referenceDate: '2011-06-30' });
  });
});
