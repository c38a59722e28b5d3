import type { SegmentSummary } from './api/get-segments';

export type SegmentKind = 'all' | 'rule' | 'rfm';

interface Asked {
  kind: SegmentKind;
  search: string;
  /** A minus before the key is descending. */
  sort: string;
}

function valueOf(segment: SegmentSummary, key: string): string | number {
  switch (key) {
    case 'size':
    case 'share':
      return segment[key];
    case 'sizeChange':
      return segment.sizeChange ?? Number.NEGATIVE_INFINITY;
    case 'updatedAt':
      return segment.updatedAt ?? '';
    case 'kind':
      return segment.kind;
    default:
      return segment.name.toLowerCase();
  }
}

function compare(one: string | number, other: string | number): number {
  return typeof one === 'string' && typeof other === 'string' ? one.localeCompare(other) : Number(one) - Number(other);
}

/** The segments of a kind whose words hold what is searched for, sorted. */
export function foundSegments(segments: readonly SegmentSummary[], { kind, search, sort }: Asked): SegmentSummary[] {
  const asked = search.trim().toLowerCase();
  const key = sort.replace(/^-/, '');
  const direction = sort.startsWith('-') ? -1 : 1;
  return segments
    .filter((segment) => kind === 'all' || segment.kind === kind)
    .filter(({ name, description, definition, key: own }) => asked === '' || [name, own, description, definition].some((text) => text.toLowerCase().includes(asked)))
    .toSorted((one, other) => direction * compare(valueOf(one, key), valueOf(other, key)));
}
