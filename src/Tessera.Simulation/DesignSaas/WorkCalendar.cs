using Tessera.Simulation.Calendars;
using Tessera.Simulation.People;
using Tessera.Simulation.Randomness;
using Tessera.Simulation.Running;

namespace Tessera.Simulation.DesignSaas;

/// <summary>What the calendar does to work: seasons, holidays, weekdays, hours, and where local midnight lies.</summary>
internal sealed class WorkCalendar
{
    /// <summary>Work on a public holiday relative to another day.</summary>
    private const float HolidayFactor = 0.25f;

    private static readonly SeasonalCurve Season = new(1.02, 1.04, 1.05, 1.03, 1.02, 1, .9, .87, 1.05, 1.08, 1.06, .88);

    // Weights of the hours of the local day, in the order of WorkingHours.
    private static readonly WeightedChoice[] Hours =
    [
        new(0, 0, 0, 0, 0, 0, 1, 3, 9, 14, 14, 12, 6, 10, 13, 12, 9, 5, 2, 1, 1, 1, 0, 0),
        new(2, 1, 0, 0, 0, 0, 0, 1, 3, 6, 9, 10, 8, 8, 9, 9, 9, 8, 6, 6, 7, 8, 6, 4),
        new(1, 0, 0, 0, 0, 0, 1, 3, 2, 2, 2, 2, 4, 3, 2, 2, 3, 6, 9, 13, 15, 13, 9, 4),
    ];

    private readonly DateOnly start;
    private readonly LocalClocks clocks;
    private readonly float[][] factors; // by country and day

    /// <param name="start">Day 0.</param>
    /// <param name="days">The last day asked about, plus one.</param>
    public WorkCalendar(DateOnly start, int days)
    {
        this.start = start;
        clocks = new LocalClocks(start.AddDays(-1), days + 1);
        factors = new float[Places.Countries.Count][];
        for (var country = 0; country < factors.Length; country++)
        {
            factors[country] = new float[days + 1];
            for (var day = -1; day < days; day++)
            {
                var date = start.AddDays(day);
                var holiday = PublicHolidays.Contains(Places.Countries[country].Code, date) ? HolidayFactor : 1;
                factors[country][day + 1] = (float)Season[date] * holiday;
            }
        }
    }

    /// <summary>The date of a day.</summary>
    public DateOnly Date(int day) => start.AddDays(day);

    /// <summary>Work on a day relative to the yearly mean: season and holidays.</summary>
    public float Factor(int country, int day) => factors[country][day + 1];

    /// <summary>Whether a day is a Saturday or Sunday.</summary>
    public bool IsWeekend(int day) => Date(day).DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday;

    /// <summary>Local midnight at the beginning of a day, in milliseconds.</summary>
    public long Midnight(int country, int city, int day)
    {
        var place = Places.Countries[country].Cities[city];
        return (day * SimulationTime.Day) - (clocks.OffsetMinutes(place.StandardOffsetMinutes, place.DaylightSaving, Date(day)) * SimulationTime.Minute);
    }

    /// <summary>The day so many months after another; the end of a short month counts for days it lacks.</summary>
    public int AddMonths(int day, int months) => Date(day).AddMonths(months).DayNumber - start.DayNumber;

    /// <summary>A time of the local day, in milliseconds after midnight, at which somebody with these hours works.</summary>
    public static long DrawTimeOfDay(WorkingHours hours, ref RandomStream random) =>
        (Hours[(int)hours].Draw(ref random) * SimulationTime.Hour) + random.NextInt((int)SimulationTime.Hour);
}
