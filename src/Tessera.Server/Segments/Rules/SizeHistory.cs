using Tessera.Server.Segments.Endpoints;

namespace Tessera.Server.Segments.Rules;

/// <summary>A segment's size over time, out of who entered and left when.</summary>
internal static class SizeHistory
{
    /// <summary>The size as of days: everything before a day counts. The last one is tomorrow, and so now.</summary>
    /// <param name="changes">The days with changes, the first first.</param>
    /// <param name="today">The day it is.</param>
    /// <param name="monthly">Whether only the firsts of months, and now, are wanted.</param>
    public static IEnumerable<SegmentTrendPoint> Of(IEnumerable<KeptDay> changes, DateOnly today, bool monthly)
    {
        var days = new Queue<KeptDay>(changes);
        if (days.Count == 0)
        {
            yield break;
        }

        var size = 0L;
        var last = today.AddDays(1);
        for (var date = Next(days.Peek().Day, monthly); date < last; date = Next(date, monthly))
        {
            yield return new SegmentTrendPoint(date, size = Until(date));
        }

        yield return new SegmentTrendPoint(last, Until(last));

        long Until(DateOnly date)
        {
            while (days.TryPeek(out var day) && day.Day < date)
            {
                size += day.Entered - day.Left;
                days.Dequeue();
            }

            return size;
        }
    }

    private static DateOnly Next(DateOnly date, bool monthly) => monthly ? new DateOnly(date.Year, date.Month, 1).AddMonths(1) : date.AddDays(1);
}
