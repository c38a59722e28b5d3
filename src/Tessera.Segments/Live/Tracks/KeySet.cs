using Tessera.Segments.Live.Values;

namespace Tessera.Segments.Live.Tracks;

/// <summary>Counts entries that differ.</summary>
internal sealed class KeySet(Keying keying, LiveCalendar calendar)
{
    private readonly HashSet<int> days = [];
    private readonly HashSet<string> texts = new(StringComparer.Ordinal);
    private int count;

    internal int Count => keying switch { Keying.Day => days.Count, Keying.Text => texts.Count, _ => count };

    /// <summary>Whether no entry added before is as this one.</summary>
    internal bool Add(Track track, int index)
    {
        switch (keying)
        {
            case Keying.Day:
                return days.Add(calendar.DayOf(track.Time(index)));
            case Keying.Text:
                return texts.Add(track.Text(index));
            default:
                count++;
                return true;
        }
    }
}
