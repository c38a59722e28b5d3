using Tessera.Segments.Live.Tracks;
using Tessera.Segments.Live.Values;

namespace Tessera.Segments.Live.Conditions;

/// <summary>What a property was in the first or last event that had it. State: of that event, its time, id and whether the value passes.</summary>
internal sealed class OccurrenceCondition(TrackPlan plan, LivePeriod period, Occurrence occurrence, EntryFilter test, EntryFilter? filter) : LiveCondition(plan)
{
    internal override bool Holds(in LiveFrame frame, ref Clock clock)
    {
        var track = frame.Open(plan, period, ref clock, out var low, out var high);
        var found = -1;
        for (var index = low; index < high; index++)
        {
            if (filter is null || filter.Holds(track, index, ref clock))
            {
                found = occurrence == Occurrence.First && found >= 0 ? found : index;
            }
        }

        return found >= 0 && test.Holds(track, found, ref clock);
    }
}
