namespace Tessera.Server.Insights;

/// <summary>Into what steps a period is divided.</summary>
internal sealed record Interval(string Name, Func<DateOnly, DateOnly> StartOf, Func<DateOnly, DateOnly> Next)
{
    /// <summary>Calendar months.</summary>
    public static Interval Month { get; } = new("month", date => new DateOnly(date.Year, date.Month, 1), date => date.AddMonths(1));

    /// <summary>Weeks from Monday on.</summary>
    public static Interval Week { get; } = new("week", date => date.AddDays(-(((int)date.DayOfWeek + 6) % 7)), date => date.AddDays(7));

    /// <summary>Days.</summary>
    public static Interval Day { get; } = new("day", date => date, date => date.AddDays(1));

    /// <summary>The intervals there are.</summary>
    public static IReadOnlyList<Interval> All { get; } = [Month, Week, Day];

    /// <summary>The steps from the one that holds the first day up to, and without, a day.</summary>
    public IEnumerable<DateOnly> Steps(DateOnly from, DateOnly to)
    {
        for (var step = StartOf(from); step < to; step = Next(step))
        {
            yield return step;
        }
    }
}
