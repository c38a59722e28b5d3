import { describe, expect, it } from 'vitest';
import { apportion } from './apportion';

describe('apportion', () => {
  it('deals out exactly the tiles there are', () => {
    expect(apportion([1, 1, 1], 100)).toEqual([34, 33, 33]);
  });

  it('shows the smallest segment with one tile and takes it from the largest', () => {
    expect(apportion([0.9995, 0.0005], 100)).toEqual([99, 1]);
  });

  it('gives nothing to what has no weight', () => {
    expect(apportion([3, 0, 1], 100)).toEqual([75, 0, 25]);
    expect(apportion([0, 0], 100)).toEqual([0, 0]);
  });

  it('adds up for many small weights', () => {
    const weights = Array.from({ length: 11 }, (_, index) => 1 / (index + 1) ** 3);
    const tiles = apportion(weights, 100);
    expect(tiles.reduce((sum, count) => sum + count, 0)).toBe(100);
    expect(Math.min(...tiles)).toBeGreaterThanOrEqual(1);
  });
});
