/** A rule such as "r ≥ 4, f ≤ 3", which breaks between its conditions only. */
export function ruleText(rule: string): string {
  return rule.replaceAll(/ ([=≤≥]) /g, '\u00a0$1\u00a0');
}
