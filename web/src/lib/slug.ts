/** A name as a key: lower-case letters, digits and inner hyphens, none longer than it may be. */
export function slugOf(name: string, longest: number): string {
  return name
    .normalize('NFD')
    .replaceAll(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replace(/^-+/, '')
    .slice(0, longest)
    .replace(/-+$/, '');
}
