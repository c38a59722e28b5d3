using Tessera.Server.Segments.Endpoints;

namespace Tessera.Server.Segments.Rules;

/// <summary>A segment's size over time, out of who entered and left when.</summary>
internal static class SizeHistory
{
    /// <summary>The size at the end of days: those of all days, or of months, that have ended; the last one is today's, and the size now.</summary>
    /// <param name="changes">The days with changes, the first first.</param>
    /// <param name="since">The day since which membership is kept; null: it is not yet, and there is no history.</param>
    /// <param name="today">The day it is.</param>
    /// <param name="monthly">Whether only the last days of months, and today, are wanted.</param>
    public static IEnumerable<SegmentTrendPoint> Of(IEnumerable<KeptDay> changes, DateOnly? since, DateOnly today, bool monthly)
    {
        var days = new Queue<KeptDay>(changes);
        if (since is not { } first)
        {
            yield break;
        }

        var size = 0L;
        for (var date = monthly ? MonthEnd(first) : first; date < today; date = monthly ? MonthEnd(date.AddDays(1)) : date.AddDays(1))
        {
            yield return new SegmentTrendPoint(date, AtEndOf(date));
        }

        // Also what was recorded by a clock that was ahead has happened by now.
        yield return new SegmentTrendPoint(today, AtEndOf(DateOnly.MaxValue));

        long AtEndOf(DateOnly date)
        {
            while (days.TryPeek(out var day) && day.Day <= date)
            {
                size += day.Entered - day.Left;
                days.Dequeue();
            }

            return size;
        }
    }

    private static DateOnly MonthEnd(DateOnly date) => new DateOnly(date.Year, date.Month, 1).AddMonths(1).AddDays(-1);
}
