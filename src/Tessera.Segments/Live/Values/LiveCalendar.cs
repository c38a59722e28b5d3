using Tessera.Segments.Evaluation;

namespace Tessera.Segments.Live.Values;

/// <summary>The workspace's calendar, with the last answers kept: live questions are about the same days again and again. Safe for any number of threads.</summary>
internal sealed class LiveCalendar(TimeZoneInfo zone)
{
    private const int Kept = 64;

    private readonly Day?[] days = new Day?[Kept];
    private readonly Unit?[] units = new Unit?[5];

    internal TimeZoneInfo Zone => zone;

    /// <summary>The number of the day that an instant lies in.</summary>
    internal int DayOf(long time)
    {
        var slot = (int)(ulong)(Math.Abs(time / Microseconds.PerDay) % Kept);
        if (days[slot] is { } kept && time >= kept.From && time < kept.To)
        {
            return kept.Number;
        }

        var day = Calendar.DayOf(Microseconds.Time(time), zone);
        var (from, to) = (StartOf(day.DayNumber), StartOf(day.DayNumber + 1));

        // Only days without a change of the clock are kept: on others a date may come back for an hour.
        if (time >= from && time < to && to - from == Microseconds.PerDay)
        {
            days[slot] = new Day(from, to, day.DayNumber);
        }

        return day.DayNumber;
    }

    internal long StartOf(int day) => Microseconds.Of(Calendar.StartOf(DateOnly.FromDayNumber(day), zone));

    /// <summary>Where the unit before the one an instant lies in, that unit, and the next one start.</summary>
    internal (long Previous, long Current, long Next) Around(CalendarUnit unit, long now)
    {
        if (units[(int)unit] is { } kept && now >= kept.Current && now < kept.Next)
        {
            return (kept.Previous, kept.Current, kept.Next);
        }

        var first = Calendar.FirstDay(Calendar.DayOf(Microseconds.Time(now), zone), unit);
        var found = new Unit(Start(Calendar.Step(first, unit, -1)), Start(first), Start(Calendar.Step(first, unit, 1)));
        units[(int)unit] = found;
        return (found.Previous, found.Current, found.Next);

        long Start(DateOnly day) => Microseconds.Of(Calendar.StartOf(day, zone));
    }

    private sealed record Day(long From, long To, int Number);

    private sealed record Unit(long Previous, long Current, long Next);
}
