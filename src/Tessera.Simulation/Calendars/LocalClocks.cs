namespace Tessera.Simulation.Calendars;

/// <summary>The offsets from UTC of local clocks on each day of a run. A day changes its offset as a whole.</summary>
internal sealed class LocalClocks
{
    private readonly DateOnly first;
    private readonly bool[][] isSummer;

    /// <param name="first">The first day asked about.</param>
    /// <param name="days">How many days may be asked about.</param>
    public LocalClocks(DateOnly first, int days)
    {
        this.first = first;
        isSummer = new bool[4][];
        foreach (var rule in Enum.GetValues<DaylightSaving>())
        {
            isSummer[(int)rule] = new bool[days];
            for (var day = 0; day < days; day++)
            {
                isSummer[(int)rule][day] = IsSummer(rule, first.AddDays(day));
            }
        }
    }

    /// <summary>Minutes that the local clock is ahead of UTC on a day.</summary>
    public int OffsetMinutes(int standardOffsetMinutes, DaylightSaving rule, DateOnly date) =>
        standardOffsetMinutes + (isSummer[(int)rule][date.DayNumber - first.DayNumber] ? 60 : 0);

    /// <summary>Whether the clock is an hour ahead of standard time on a day.</summary>
    public static bool IsSummer(DaylightSaving rule, DateOnly date) => rule switch
    {
        DaylightSaving.European => date >= LastSunday(date.Year, 3) && date < LastSunday(date.Year, 10),
        DaylightSaving.NorthAmerican => date >= Sunday(date.Year, 3, 2) && date < Sunday(date.Year, 11, 1),
        DaylightSaving.Australian => date >= Sunday(date.Year, 10, 1) || date < Sunday(date.Year, 4, 1),
        _ => false,
    };

    private static DateOnly Sunday(int year, int month, int ordinal)
    {
        var start = new DateOnly(year, month, 1);
        return start.AddDays(((7 - (int)start.DayOfWeek) % 7) + (7 * (ordinal - 1)));
    }

    private static DateOnly LastSunday(int year, int month)
    {
        var last = new DateOnly(year, month, DateTime.DaysInMonth(year, month));
        return last.AddDays(-(int)last.DayOfWeek);
    }
}
