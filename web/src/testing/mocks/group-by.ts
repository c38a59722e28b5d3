/** `Map.groupBy`, which the oldest supported Node.js lacks. */
export function groupBy<Element, Key>(list: readonly Element[], keyOf: (element: Element) => Key): Map<Key, Element[]> {
  const groups = new Map<Key, Element[]>();
  for (const element of list) {
    const key = keyOf(element);
    groups.set(key, [...(groups.get(key) ?? []), element]);
  }
  return groups;
}
