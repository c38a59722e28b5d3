using System.Globalization;
using Tessera.Segments.Live.Values;

namespace Tessera.Segments.Live.Tracks;

/// <summary>The earliest so many entries, of each day or text only one where asked for so. Nothing that comes later can be among them.</summary>
/// <remarks>State: as many entries as the number asked for.</remarks>
internal sealed class EarliestRetention(LiveCalendar calendar, int most, Keying keying = Keying.None) : Retention
{
    internal override string Name => string.Create(CultureInfo.InvariantCulture, $"earliest {keying} {most}");

    internal override bool Ignores(Track track, long time, string? text)
    {
        if (track.Count >= most && (keying == Keying.None || track.Thinned == track.Count)
            && (time > track.Time(track.Count - 1) || (time == track.Time(track.Count - 1) && !track.Shape.HasIds)))
        {
            return true;
        }

        for (var index = 0; keying != Keying.None && index < track.Count && track.Time(index) <= time; index++)
        {
            if (keying == Keying.Text ? track.Text(index) == text : calendar.DayOf(track.Time(index)) == calendar.DayOf(time))
            {
                return true;
            }
        }

        return false;
    }

    internal override void Prune(Track track, long now)
    {
        if (keying == Keying.None || track.Count < 2)
        {
            track.Truncate(Math.Min(most, track.Count));
            return;
        }

        if (track.Count == track.Thinned)
        {
            return;
        }

        var keys = new KeySet(keying, calendar);
        var kept = 0;
        for (var index = 0; index < track.Count && kept < most; index++)
        {
            if (keys.Add(track, index))
            {
                track.Move(index, kept++);
            }
        }

        track.Truncate(kept);
        track.Thinned = kept;
    }
}
