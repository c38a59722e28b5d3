using Tessera.Segments.Live.Tracks;
using Tessera.Segments.Live.Values;

namespace Tessera.Segments.Live.Conditions;

/// <summary>How often in each of the last units of time. State: the times of all of them.</summary>
internal sealed class RegularCondition(TrackPlan plan, LivePeriod period, DidRegularly regular, EntryFilter? filter) : LiveCondition(plan)
{
    private readonly long unit = Duration.MicrosecondsPer(regular.Unit);
    private readonly CountBound bound = CountBound.Of(regular.Quantity.Count);
    private readonly Keying keying = regular.Quantity.Of == Counted.Days ? Keying.Day : Keying.None;

    internal override bool Holds(in LiveFrame frame, ref Clock clock)
    {
        var track = frame.Open(plan, period, ref clock, out var low, out var high);
        var (met, index) = (0, low);
        for (var back = regular.Of - 1; back >= 0; back--)
        {
            var keys = new KeySet(keying, frame.Calendar);
            for (; index < high && track.Time(index) <= clock.Now - (back * unit); index++)
            {
                if (filter is null || filter.Holds(track, index, ref clock))
                {
                    keys.Add(track, index);
                }

                // Then it moves to the unit before.
                clock.Consider(track.Time(index) + ((back + 1) * unit));
            }

            met += bound.Passes(keys.Count) ? 1 : 0;
        }

        return met >= regular.Minimum;
    }
}
