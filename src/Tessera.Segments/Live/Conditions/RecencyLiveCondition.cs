using Tessera.Segments.Live.Tracks;
using Tessera.Segments.Live.Values;

namespace Tessera.Segments.Live.Conditions;

/// <summary>When something was done for the first or the last time. State: that time.</summary>
internal sealed class RecencyLiveCondition(TrackPlan plan, LivePeriod ever, Occurrence occurrence, ValueCheck check, EntryFilter? filter) : LiveCondition(plan)
{
    internal override bool Holds(in LiveFrame frame, ref Clock clock)
    {
        var track = frame.Open(plan, ever, ref clock, out var low, out var high);
        var found = -1;
        for (var index = low; index < high; index++)
        {
            if (filter is null || filter.Holds(track, index, ref clock))
            {
                found = occurrence == Occurrence.First && found >= 0 ? found : index;
            }
        }

        return found >= 0 && check.Passes(track.Time(found), ref clock);
    }
}
