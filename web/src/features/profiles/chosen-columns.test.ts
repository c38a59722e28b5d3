import { describe, expect, it } from 'vitest';
import { readColumns, traitColumn, traitOf, writeColumns } from './chosen-columns';

describe('chosen columns', () => {
  it('survive the address, whatever the name of a trait', () => {
    const columns = ['revenue', traitColumn('plan'), traitColumn('a,b%'), 'segment'];
    expect(readColumns(writeColumns(columns))).toEqual(columns);
  });

  it('leave out what is not understood', () => {
    expect(readColumns('revenue,nonsense,trait.')).toEqual(['revenue']);
    expect(readColumns(null)).toBeNull();
    expect(readColumns('')).toEqual([]);
  });

  it('know which trait they show', () => {
    expect(traitOf(traitColumn('plan'))).toBe('plan');
    expect(traitOf('revenue')).toBeNull();
  });
});
