using Tessera.Segments.Live.Tracks;
using Tessera.Segments.Live.Values;

namespace Tessera.Segments.Live.Conditions;

/// <summary>How often something was done, on how many days, or with how many different values, in a period. State: at most so many times as the count needs to be decided.</summary>
internal sealed class CountCondition(TrackPlan plan, LivePeriod period, CountBound bound, Keying keying, EntryFilter? filter) : LiveCondition(plan)
{
    internal override bool Holds(in LiveFrame frame, ref Clock clock)
    {
        if (plan.Retention is FoldRetention)
        {
            var track = frame.Open(plan, clock.Now);
            clock.Consider(track.Count > 0 && !bound.IsSettledAt(track.FoldedCount) ? track.Time(0) : Clock.Never);
            return bound.Passes(track.FoldedCount);
        }

        return filter is null && plan.Retention is not WindowRetention { IsWhole: true } ? HoldsOfDistinct(frame, ref clock) : HoldsOfAll(frame, ref clock);
    }

    /// <summary>Every entry kept counts, so that it is known which has to leave before the answer is another.</summary>
    private bool HoldsOfDistinct(in LiveFrame frame, ref Clock clock)
    {
        var track = frame.Open(plan, clock.Now);
        var span = period.Bounds(clock.Now, frame.FirstSeen);
        var (low, high) = (track.CountBefore(span.From), track.CountBefore(span.To));
        var passes = bound.Passes(high - low);
        var leaving = low;
        if (period.LeaveLag > 0)
        {
            while (leaving < high && bound.Passes(high - leaving - 1) == passes)
            {
                leaving++;
            }
        }

        period.Consider(ref clock, leaving < high ? track.Time(leaving) : null, high < track.Count && !bound.IsSettledAt(high - low) ? track.Time(high) : null);
        return passes;
    }

    private bool HoldsOfAll(in LiveFrame frame, ref Clock clock)
    {
        var track = frame.Open(plan, period, ref clock, out var low, out var high);
        var keys = new KeySet(keying, frame.Calendar);
        for (var index = low; index < high; index++)
        {
            if (filter is null || filter.Holds(track, index, ref clock))
            {
                keys.Add(track, index);
            }
        }

        return bound.Passes(keys.Count);
    }
}
