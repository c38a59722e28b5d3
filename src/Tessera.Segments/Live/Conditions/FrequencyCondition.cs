using Tessera.Segments.Live.Tracks;
using Tessera.Segments.Live.Values;

namespace Tessera.Segments.Live.Conditions;

/// <summary>The text that most events have. State: how often there was each text, or, of a period that moves, the texts of all its events.</summary>
internal sealed class FrequencyCondition(TrackPlan plan, LivePeriod period, ValueCheck check, EntryFilter? filter) : LiveCondition(plan)
{
    internal override bool Holds(in LiveFrame frame, ref Clock clock)
    {
        var track = frame.Open(plan, period, ref clock, out var low, out var high);
        var (found, most) = ((string?)null, Int128.Zero);
        if (plan.Retention is TextCountRetention)
        {
            for (var index = low; index < high; index++)
            {
                Take(track.Text(index), track.Number(index));
            }
        }
        else
        {
            Dictionary<string, Int128> counts = new(StringComparer.Ordinal);
            for (var index = low; index < high; index++)
            {
                if (filter is null || filter.Holds(track, index, ref clock))
                {
                    counts[track.Text(index)] = counts.GetValueOrDefault(track.Text(index)) + 1;
                }
            }

            foreach (var (text, count) in counts)
            {
                Take(text, count);
            }
        }

        return found is not null && check.Passes(RawValue.Of(found), ref clock);

        void Take(string text, Int128 count)
        {
            if (found is null || count > most || (count == most && TextOrder.Instance.Compare(text, found) < 0))
            {
                (found, most) = (text, count);
            }
        }
    }
}
