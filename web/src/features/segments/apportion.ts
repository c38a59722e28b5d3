/**
 * Deals out a number of tiles in proportion to weights so that they add up exactly (largest remainder). Whoever has any
 * weight gets at least one tile as long as there are enough: small segments stay visible.
 */
export function apportion(weights: readonly number[], tiles: number): number[] {
  const total = weights.reduce((sum, weight) => sum + Math.max(0, weight), 0);
  if (total <= 0) return weights.map(() => 0);
  const exact = weights.map((weight) => (Math.max(0, weight) / total) * tiles);
  const dealt = exact.map((share) => (share > 0 ? Math.max(1, Math.floor(share)) : 0));
  const sum = () => dealt.reduce((all, count) => all + count, 0);
  const byRemainder = exact.map((share, index) => ({ index, remainder: share - Math.floor(share) })).sort((one, other) => other.remainder - one.remainder);
  for (const { index } of byRemainder) {
    if (sum() >= tiles) break;
    if ((exact[index] ?? 0) >= 1) dealt[index] = (dealt[index] ?? 0) + 1;
  }
  // What the small ones were given is taken from the largest.
  while (sum() > tiles) {
    const largest = dealt.indexOf(Math.max(...dealt));
    if ((dealt[largest] ?? 0) <= 1) break;
    dealt[largest] = (dealt[largest] ?? 0) - 1;
  }
  while (sum() < tiles) {
    const largest = exact.indexOf(Math.max(...exact));
    dealt[largest] = (dealt[largest] ?? 0) + 1;
  }
  return dealt;
}
