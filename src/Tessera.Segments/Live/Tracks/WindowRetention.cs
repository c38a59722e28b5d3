using System.Globalization;
using Tessera.Segments.Live.Values;

namespace Tessera.Segments.Live.Tracks;

/// <summary>
/// The entries that a period still reaches. Of those that have entered it, when asked for so, only the latest of each day or text, and only the
/// latest so many of them; those still to enter are all kept.
/// </summary>
/// <remarks>State: linear in the entries of the period's length, or in the number asked for.</remarks>
internal sealed class WindowRetention(LivePeriod period, LiveCalendar calendar, Keying keying = Keying.None, int most = int.MaxValue) : Retention
{
    /// <summary>Whether entries of one day or text are all kept.</summary>
    internal bool IsWhole => keying == Keying.None && most == int.MaxValue;

    internal override string Name => string.Create(CultureInfo.InvariantCulture, $"window {period.Name} {keying} {most}");

    internal override void Prune(Track track, long now)
    {
        track.RemoveFirst(track.CountBefore(period.Oldest(now)));
        var entered = track.CountBefore(period.End(now));
        if (entered > 1 && (keying != Keying.None || entered > most))
        {
            Thin(track, entered);
        }
    }

    private void Thin(Track track, int entered)
    {
        var isKept = new bool[entered];
        var keys = new KeySet(keying, calendar);
        var kept = 0;
        for (var index = entered - 1; index >= 0 && kept < most; index--)
        {
            if (keys.Add(track, index))
            {
                isKept[index] = true;
                kept++;
            }
        }

        if (kept == entered)
        {
            return;
        }

        var to = 0;
        for (var index = 0; index < track.Count; index++)
        {
            if (index >= entered || isKept[index])
            {
                track.Move(index, to++);
            }
        }

        track.Truncate(to);
    }
}
