namespace Tessera.Segments.Evaluation;

/// <summary>The calendar of a workspace: where days, weeks, months, quarters and years start in its time zone.</summary>
internal static class Calendar
{
    /// <summary>
    /// The first instant of a day. Where the clock is put forward over midnight it is the instant of the change; where it is put
    /// back, the earlier of the two midnights.
    /// </summary>
    internal static DateTimeOffset StartOf(DateOnly day, TimeZoneInfo zone)
    {
        var midnight = day.ToDateTime(TimeOnly.MinValue);
        if (zone.IsInvalidTime(midnight))
        {
            // Gaps are rare and short: the first valid minute after midnight is the first of the day.
            var first = midnight;
            do
            {
                first = first.AddMinutes(1);
            }
            while (zone.IsInvalidTime(first));

            return Utc(first, zone.GetUtcOffset(first));
        }

        var offset = zone.IsAmbiguousTime(midnight) ? zone.GetAmbiguousTimeOffsets(midnight).Max() : zone.GetUtcOffset(midnight);
        return Utc(midnight, offset);
    }

    /// <summary>
    /// From when to when the day before is shown once more after a day has started: the clock is put back from a little after midnight to before it,
    /// as in St John's until 2011. Null for all but the fewest days.
    /// </summary>
    internal static (DateTimeOffset From, DateTimeOffset To)? ReturnBefore(DateOnly day, TimeZoneInfo zone)
    {
        var midnight = day.ToDateTime(TimeOnly.MinValue);
        if (!zone.IsAmbiguousTime(midnight))
        {
            return null;
        }

        var second = Utc(midnight, zone.GetAmbiguousTimeOffsets(midnight).Min());
        for (var time = StartOf(day, zone).AddMinutes(1); time < second; time = time.AddMinutes(1))
        {
            if (DayOf(time, zone) < day)
            {
                return (time, second);
            }
        }

        return null;
    }

    /// <summary>The day an instant lies in.</summary>
    internal static DateOnly DayOf(DateTimeOffset time, TimeZoneInfo zone) => DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(time, zone).DateTime);

    /// <summary>The first day of the calendar unit that a day lies in.</summary>
    internal static DateOnly FirstDay(DateOnly day, CalendarUnit unit) => unit switch
    {
        CalendarUnit.Day => day,
        CalendarUnit.Week => DateOnly.FromDayNumber(Math.Max(0, day.DayNumber - (day.DayNumber % 7))), // day 0 was a Monday
        CalendarUnit.Month => new DateOnly(day.Year, day.Month, 1),
        CalendarUnit.Quarter => new DateOnly(day.Year, ((day.Month - 1) / 3 * 3) + 1, 1),
        _ => new DateOnly(day.Year, 1, 1),
    };

    /// <summary>The first day of the unit before or after the one that starts on a day.</summary>
    internal static DateOnly Step(DateOnly first, CalendarUnit unit, int by) => unit switch
    {
        CalendarUnit.Day => first.AddDays(by),
        CalendarUnit.Week => first.AddDays(7 * by),
        CalendarUnit.Month => first.AddMonths(by),
        CalendarUnit.Quarter => first.AddMonths(3 * by),
        _ => first.AddYears(by),
    };

    // The least and greatest days of the calendar would leave it by an offset; they stay at its ends.
    private static DateTimeOffset Utc(DateTime local, TimeSpan offset)
    {
        var ticks = Math.Clamp(local.Ticks - offset.Ticks, DateTime.MinValue.Ticks, DateTime.MaxValue.Ticks);
        return new DateTimeOffset(ticks, TimeSpan.Zero);
    }
}
