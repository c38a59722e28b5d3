import { describe, expect, it } from 'vitest';
import { differenceUnder, visions } from '@/testing/colour-vision';
import { colourSlug, segmentColours } from './segment-colours';

/** CIEDE2000; from about 5 two colours are told apart at a glance, side by side. */
const leastDifference = 11;

describe.each(['light', 'dark'] as const)('segment colours in the %s theme', (theme) => {
  it.each(visions)('stay apart for %s vision', (vision) => {
    const entries = Object.entries(segmentColours);
    const tooClose = entries.flatMap(([one, first], index) =>
      entries
        .slice(index + 1)
        .map(([other, second]) => ({ pair: `${one} / ${other}`, difference: differenceUnder(vision, first[theme], second[theme]) }))
        .filter(({ difference }) => difference < leastDifference),
    );
    expect(tooClose).toEqual([]);
  });
});

describe('colourSlug', () => {
  it('gives the short form the colours of the full form', () => {
    expect(colourSlug('loyal-customers')).toBe('loyal');
    expect(colourSlug('at-risk-customers')).toBe('at-risk');
    expect(colourSlug('new-customers')).toBe('new');
  });

  it('gives an unknown segment a stable colour of the palette', () => {
    expect(colourSlug('my-own-segment')).toBe(colourSlug('my-own-segment'));
    expect(segmentColours).toHaveProperty([colourSlug('my-own-segment')]);
  });
});
