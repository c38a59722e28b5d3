import type { DefinitionProblem } from '../api/parse-definition';

/** From and to in UTF-16 code units, as editors count. */
export interface Stretch {
  readonly from: number;
  readonly to: number;
}

/** Where in a text a problem is. The text may have changed since: never beyond its end. */
export function stretchOf(text: string, { line, column, length }: Pick<DefinitionProblem, 'line' | 'column' | 'length'>): Stretch {
  let start = 0;
  for (let at = 1; at < line; at += 1) {
    const end = text.indexOf('\n', start);
    if (end < 0) break;
    start = end + 1;
  }
  const from = Math.min(start + column - 1, text.length);
  return { from, to: Math.min(from + length, text.length) };
}

/** The text with a problem's suggestion in place of what is wrong. */
export function mended(text: string, problem: DefinitionProblem): string {
  const { from, to } = stretchOf(text, problem);
  return problem.suggestion === null ? text : text.slice(0, from) + problem.suggestion + text.slice(to);
}
