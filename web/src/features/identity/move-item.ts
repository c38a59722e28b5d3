/** A list with one of its elements somewhere else. */
export function moved<Element>(list: readonly Element[], from: number, to: number): Element[] {
  const rest = list.filter((_, index) => index !== from);
  const element = list[from];
  return element === undefined ? rest : rest.toSpliced(Math.max(0, Math.min(to, rest.length)), 0, element);
}
