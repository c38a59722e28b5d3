using Tessera.Segments.Live.Tracks;
using Tessera.Segments.Live.Values;

namespace Tessera.Segments.Live.Conditions;

/// <summary>The text that most events have. State: how often there was each text, or, of a period that moves, the texts of all its events.</summary>
internal sealed class FrequencyCondition(TrackPlan plan, LivePeriod period, ValueCheck check, EntryFilter? filter) : LiveCondition(plan)
{
    internal override bool Holds(in LiveFrame frame, ref Clock clock)
    {
        var track = frame.Open(plan, period, ref clock, out var low, out var high);
        Dictionary<string, Int128> counts = new(StringComparer.Ordinal);
        for (var index = low; index < high; index++)
        {
            if (filter is null || filter.Holds(track, index, ref clock))
            {
                counts[track.Text(index)] = counts.GetValueOrDefault(track.Text(index)) + track.Number(index);
            }
        }

        string? found = null;
        foreach (var (text, count) in counts)
        {
            if (found is null || count > counts[found] || (count == counts[found] && string.CompareOrdinal(text, found) < 0))
            {
                found = text;
            }
        }

        return found is not null && check.Passes(RawValue.Of(found), ref clock);
    }
}
