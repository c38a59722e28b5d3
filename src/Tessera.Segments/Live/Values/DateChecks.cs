namespace Tessera.Segments.Live.Values;

/// <summary>Tests of an instant: whether they hold now, and when that may change by itself.</summary>
internal static class DateChecks
{
    /// <summary>Whether the answer changes as time passes.</summary>
    internal static bool IsVolatile(ValueTest test) => test is DateIsWithinNext or DateIsWithinLast or DateIsMoreThanAgo or HasAnniversaryWithinNext;

    internal static bool Passes(ValueTest test, long time, long now, LiveCalendar calendar) => test switch
    {
        DateIsWithinNext next => time > now && time <= now + next.Length.Microseconds,
        DateIsWithinLast last => time > now - last.Length.Microseconds && time <= now,
        DateIsMoreThanAgo ago => time < now - ago.Length.Microseconds,
        DateIsBefore before => time < Evaluation.Microseconds.Of(before.Instant.In(calendar.Zone)),
        DateIsAfter after => time > Evaluation.Microseconds.Of(after.Instant.In(calendar.Zone)),
        HasAnniversaryWithinNext anniversary => DaysAhead(time, now, calendar) < Days(anniversary),
        _ => throw new NotSupportedException(test.GetType().Name),
    };

    /// <summary>Tells the clock when the answer may change.</summary>
    internal static void Consider(ValueTest test, long time, ref Clock clock, LiveCalendar calendar)
    {
        switch (test)
        {
            case DateIsWithinNext next:
                clock.Consider(time - next.Length.Microseconds);
                clock.Consider(time);
                break;
            case DateIsWithinLast last:
                clock.Consider(time);
                clock.Consider(time + last.Length.Microseconds);
                break;
            case DateIsMoreThanAgo ago:
                clock.Consider(time + ago.Length.Microseconds + 1);
                break;
            case HasAnniversaryWithinNext anniversary:
                // It ends on the day after, and begins when the day is near enough.
                var (today, ahead) = (calendar.DayOf(clock.Now), DaysAhead(time, clock.Now, calendar));
                var turn = calendar.StartOf(ahead < Days(anniversary) ? today + ahead + 1 : today + ahead - Days(anniversary) + 1);
                clock.Consider(turn);
                if (turn <= clock.Now || calendar.IsInterrupted(CalendarUnit.Day, clock.Now))
                {
                    // The clock is put back over midnight: yesterday returns, or ends for the second time.
                    clock.Consider(calendar.Turn(CalendarUnit.Day, clock.Now));
                }

                break;
        }
    }

    private static int Days(HasAnniversaryWithinNext test) => (int)Math.Min(366, test.Length.Count * (test.Length.Unit == DurationUnit.Weeks ? 7L : 1L));

    // From today to the next day with the day and month of the date.
    private static int DaysAhead(long time, long now, LiveCalendar calendar)
    {
        var date = DateOnly.FromDayNumber(calendar.DayOf(time));
        var today = DateOnly.FromDayNumber(calendar.DayOf(now));
        var next = In(today.Year);
        return (next >= today ? next : In(today.Year + 1)).DayNumber - today.DayNumber;

        DateOnly In(int year) => date is { Month: 2, Day: 29 } && !DateTime.IsLeapYear(year) ? new DateOnly(year, 3, 1) : new DateOnly(year, date.Month, date.Day);
    }
}
