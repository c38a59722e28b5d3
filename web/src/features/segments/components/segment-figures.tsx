import { Change } from '@/components/change';
import { Figure } from '@/components/figure';
import { Figures } from '@/components/figures';
import { growthIsGood } from '@/config/segment-mood';
import { formatDate, formatDays } from '@/lib/format/dates';
import { formatAverage, formatCount, formatMoney, formatShare, nothing } from '@/lib/format/numbers';
import { useWorkspace } from '@/lib/workspace/workspace-context';
import type { SegmentDetail } from '../api/get-segment';

/** What a segment amounts to. */
export function SegmentFigures({ segment }: { segment: SegmentDetail }) {
  const { currency } = useWorkspace();
  const { key, kind, size, share, sizeChange, revenue, revenueShare, averageValue, averageFrequency, averageRecencyDays, trend } = segment;
  const hasBought = averageFrequency > 0;
  return (
    <Figures>
      <Figure
        label="Customers"
        value={formatCount(size)}
        note={
          <>
            {formatShare(share)} of all{' '}
            {sizeChange === null ? null : <Change value={sizeChange} comparedWith="a month ago" growthIsGood={growthIsGood(key)} />}
          </>
        }
      />
      <Figure label="Share of revenue" value={formatShare(revenueShare)} note={formatMoney(revenue, currency)} />
      <Figure label="Average value" value={formatMoney(averageValue, currency)} note={`${formatAverage(averageFrequency)} orders each`} />
      <Figure label="Last purchase" value={hasBought ? formatDays(averageRecencyDays) : nothing} note={kind === 'rfm' ? `before ${formatDate(trend.at(-1)?.date)}, on average` : 'ago, on average'} />
    </Figures>
  );
}
