using Tessera.Segments.Live.Values;

namespace Tessera.Segments.Explaining.Courses;

/// <summary>The course of a test of a value.</summary>
internal static class DateCourse
{
    /// <summary>How far ahead anniversaries are followed; a leap day comes back within eight years.</summary>
    private const long Horizon = 12 * 366 * Evaluation.Microseconds.PerDay;

    /// <summary>Whether a value passes, now and later.</summary>
    internal static Course Of(ValueCheck check, RawValue value, Facts facts) => !check.IsVolatile
        ? Course.Of(check.Passes(value))
        : value.Date(facts.Zone) is { } time ? Of(check.Test, time, facts) : Course.Never;

    /// <summary>Whether an instant passes a test of dates, now and later.</summary>
    internal static Course Of(ValueTest test, long time, Facts facts)
    {
        var holds = DateChecks.Passes(test, time, facts.Now, facts.Calendar);
        return DateChecks.IsVolatile(test) ? new Course(holds, Turns(test, time, facts, holds)) : Course.Of(holds);
    }

    private static IEnumerable<long> Turns(ValueTest test, long time, Facts facts, bool holds)
    {
        var end = test is HasAnniversaryWithinNext ? facts.Now + Horizon : long.MaxValue;
        for (var next = Next(facts.Now); next < end; next = Next(next))
        {
            if (DateChecks.Passes(test, time, next, facts.Calendar) != holds)
            {
                holds = !holds;
                yield return next;
            }
        }

        long Next(long now)
        {
            var clock = new Clock(now);
            DateChecks.Consider(test, time, ref clock, facts.Calendar);
            return clock.Next;
        }
    }
}
