/** Segments that a shop wants to see shrink; growth elsewhere is good news. */
const unwanted = new Set(['needs-attention', 'about-to-sleep', 'at-risk', 'at-risk-customers', 'cant-lose-them', 'hibernating', 'lost']);

export function growthIsGood(segmentKey: string): boolean {
  return !unwanted.has(segmentKey);
}
