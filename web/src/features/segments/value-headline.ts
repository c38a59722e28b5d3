import { formatWholeShare } from '@/lib/format/numbers';
import type { SegmentSummary } from './api/get-segments';

/** The one sentence about who carries the business: the segment with the largest share of revenue. */
export function valueHeadline(segments: readonly SegmentSummary[]): string {
  const best = segments.reduce<SegmentSummary | undefined>((top, segment) => (top && top.revenueShare >= segment.revenueShare ? top : segment), undefined);
  if (!best || best.size === 0) return 'Who your customers are';
  return `${best.name} are ${formatWholeShare(best.share)} of customers and bring ${formatWholeShare(best.revenueShare)} of revenue`;
}
