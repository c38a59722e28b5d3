using System.Runtime.InteropServices;
using Tessera.Segments.Live.Values;

namespace Tessera.Segments.Live.Tracks;

/// <summary>Counts entries that differ, given in order of time. Counting entries or days takes no memory.</summary>
[StructLayout(LayoutKind.Auto)]
internal struct KeySet(Keying keying, LiveCalendar calendar)
{
    private readonly HashSet<string>? texts = keying == Keying.Text ? new(StringComparer.Ordinal) : null;
    private int last = int.MinValue;
    private int before = int.MinValue;

    internal int Count { get; private set; }

    /// <summary>Whether no entry added before is as this one.</summary>
    internal bool Add(Track track, int index)
    {
        var isNew = keying switch
        {
            Keying.Day => AddDay(calendar.DayOf(track.Time(index))),
            Keying.Text => texts!.Add(track.Text(index)),
            _ => true,
        };
        Count += isNew ? 1 : 0;
        return isNew;
    }

    // Days come in order, but where a clock is put back over midnight yesterday comes back for a while.
    private bool AddDay(int day)
    {
        if (day == last || day == before)
        {
            return false;
        }

        (before, last) = day > last ? (last, day) : (day, last);
        return true;
    }
}
