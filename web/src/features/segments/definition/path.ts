import type { Path } from './expression';

/** A path as people write it: names joined by dots, and a name that has a dot or a quote in it in double quotes. */
export function pathText(path: Path): string {
  return path.map((name) => (/["\\.]/.test(name) ? `"${name.replaceAll(/["\\]/g, String.raw`\$&`)}"` : name)).join('.');
}

const part = /"((?:[^"\\]|\\.)*)"|([^."][^.]*)/y;

/** What somebody wrote as a path; null when it is none. */
export function readPath(text: string): Path | null {
  const names: string[] = [];
  const trimmed = text.trim();
  let at = 0;
  while (at < trimmed.length) {
    part.lastIndex = at;
    const found = part.exec(trimmed);
    if (!found) return null;
    names.push(found[1] === undefined ? (found[2] ?? '') : found[1].replaceAll(/\\(.)/g, '$1'));
    at = part.lastIndex;
    if (at === trimmed.length) return names;
    if (trimmed[at] !== '.') return null;
    at += 1;
  }
  return null;
}
