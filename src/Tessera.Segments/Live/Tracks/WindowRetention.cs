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
        if (IsWhole)
        {
            return;
        }

        if (keying == Keying.None && track.Thinned < 0 && track.Count > most)
        {
            DropCrowded(track);
            entered = track.CountBefore(period.End(now));
        }

        if (entered < 2 || entered == track.Thinned)
        {
            return;
        }

        if (keying != Keying.None)
        {
            entered = DropEarlier(track, entered);
        }

        track.RemoveFirst(Math.Max(0, entered - most));
        track.Thinned = Math.Min(entered, most);
    }

    // An entry goes when every stretch as long as the period, wherever it lies, that holds it holds enough others.
    private void DropCrowded(Track track)
    {
        var kept = 0;
        for (var index = 0; index < track.Count; index++)
        {
            track.Move(index, kept++);
            while (kept > 2 * most && IsCrowded(track, kept - most - 1))
            {
                for (var later = kept - most; later < kept; later++)
                {
                    track.Move(later, later - 1);
                }

                kept--;
            }
        }

        track.Truncate(kept);
    }

    private bool IsCrowded(Track track, int index)
    {
        for (var after = 1; after <= most; after++)
        {
            if (!period.HoldsBoth(track.Time(index - most - 1 + after), track.Time(index + after)))
            {
                return false;
            }
        }

        return true;
    }

    // Of entries that are alike, those before the latest go; says how many of the first so many are left.
    private int DropEarlier(Track track, int entered)
    {
        HashSet<string>? texts = null;
        var isDropped = entered <= 256 ? stackalloc bool[entered] : new bool[entered];
        for (var index = entered - 1; index >= 0; index--)
        {
            isDropped[index] = keying == Keying.Day
                ? index + 1 < entered && IsOfLaterDay(track, index, entered)
                : !(texts ??= new(StringComparer.Ordinal)).Add(track.Text(index));
        }

        return track.Drop(isDropped);
    }

    // Where a clock is put back over midnight the same day may come back for a while, so one more entry is looked at.
    private bool IsOfLaterDay(Track track, int index, int entered)
    {
        var day = calendar.DayOf(track.Time(index));
        for (var later = index + 1; later < entered; later++)
        {
            var other = calendar.DayOf(track.Time(later));
            if (other == day)
            {
                return true;
            }

            if (other > day + 1 || track.Time(later) - track.Time(index) > 2 * Evaluation.Microseconds.PerDay)
            {
                return false;
            }
        }

        return false;
    }
}
