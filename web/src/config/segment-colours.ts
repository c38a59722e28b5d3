/**
 * One fixed colour per named segment, for both themes ("smalti" in DESIGN.md). The pairs stay apart for every kind of
 * colour vision (segment-colours.test.ts measures it), and no screen relies on them alone: a name stands beside each.
 */
export interface SegmentColour {
  light: string;
  dark: string;
}

export const segmentColours: Record<string, SegmentColour> = {
  champions: { light: '#DAAA00', dark: '#FECF46' },
  loyal: { light: '#163DCA', dark: '#4F63DA' },
  'potential-loyalists': { light: '#5D92F7', dark: '#9BC8FE' },
  new: { light: '#13846E', dark: '#3FB399' },
  promising: { light: '#12CFA0', dark: '#70F2C6' },
  'needs-attention': { light: '#C26D31', dark: '#EE9868' },
  'about-to-sleep': { light: '#9F6BA2', dark: '#A984D3' },
  'at-risk': { light: '#AF2934', dark: '#D85757' },
  'cant-lose-them': { light: '#630026', dark: '#B1175D' },
  hibernating: { light: '#484E59', dark: '#7D8699' },
  lost: { light: '#9EACB9', dark: '#616870' },
};

/** The short form names the same ideas, so it wears the same colours. */
const aliases: Record<string, string> = {
  'loyal-customers': 'loyal',
  'new-customers': 'new',
  'at-risk-customers': 'at-risk',
};

const spare = Object.keys(segmentColours);

/** The slug whose colour a segment wears; a segment outside the published ones gets a stable one by its key. */
export function colourSlug(segmentKey: string): string {
  const known = aliases[segmentKey] ?? segmentKey;
  if (known in segmentColours) return known;
  let hash = 0;
  for (const character of segmentKey) hash = (hash * 31 + (character.codePointAt(0) ?? 0)) % 9973;
  return spare[hash % spare.length] ?? 'lost';
}

/** A CSS colour that follows the theme. */
export function segmentColour(segmentKey: string): string {
  return `var(--segment-${colourSlug(segmentKey)})`;
}
