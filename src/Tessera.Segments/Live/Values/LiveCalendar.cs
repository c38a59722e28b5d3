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
        var found = At(unit, now);
        return (found.Previous, found.Current, found.Next);
    }

    /// <summary>
    /// The first instant after one that lies in another unit: where the next one starts, or where the clock is put back over midnight and the unit before
    /// returns or ends again.
    /// </summary>
    internal long Turn(CalendarUnit unit, long now) => At(unit, now).To;

    /// <summary>Whether the unit an instant lies in is only for a moment the current one, since the one before it returns.</summary>
    internal bool IsInterrupted(CalendarUnit unit, long now)
    {
        var found = At(unit, now);
        return found.To < found.Next;
    }

    private Unit At(CalendarUnit unit, long now)
    {
        if (units[(int)unit] is { } kept && now >= kept.From && now < kept.To)
        {
            return kept;
        }

        var first = Calendar.FirstDay(Calendar.DayOf(Microseconds.Time(now), zone), unit);
        var next = Calendar.Step(first, unit, 1);
        var (current, end) = (Start(first), Start(next));
        var (from, to) = (current, end);
        if (now >= end && Return(next) is { } again)
        {
            (from, to) = again;
        }
        else if (Return(first) is { } before)
        {
            (from, to) = now < before.From ? (current, before.From) : (before.To, end);
        }

        return units[(int)unit] = new Unit(from, to, Start(Calendar.Step(first, unit, -1)), current, end);

        long Start(DateOnly day) => Microseconds.Of(Calendar.StartOf(day, zone));

        (long From, long To)? Return(DateOnly day) =>
            Calendar.ReturnBefore(day, zone) is { } found ? (Microseconds.Of(found.From), Microseconds.Of(found.To)) : null;
    }

    private sealed record Day(long From, long To, int Number);

    // From and To are the stretch around the instant asked about that lies in the unit without a break.
    private sealed record Unit(long From, long To, long Previous, long Current, long Next);
}
