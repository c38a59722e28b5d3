import { describe, expect, it } from 'vitest';
import { mended, stretchOf } from './places';

const text = 'did "Exprot File"\nand plan is "free"';
const problem = { severity: 'warning', code: 'unknown-event', message: '', line: 1, column: 5, length: 13, suggestion: '"Export File"', path: null };

describe('a problem’s place', () => {
  it('is found by line and column', () => {
    expect(stretchOf(text, problem)).toEqual({ from: 4, to: 17 });
    expect(stretchOf(text, { line: 2, column: 5, length: 4 })).toEqual({ from: 22, to: 26 });
  });

  it('never lies beyond the text', () => {
    expect(stretchOf('did', { line: 3, column: 40, length: 9 })).toEqual({ from: 3, to: 3 });
  });

  it('takes the suggestion', () => {
    expect(mended(text, problem)).toBe('did "Export File"\nand plan is "free"');
  });
});
