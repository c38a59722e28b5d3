using Tessera.Segments.Evaluation;

namespace Tessera.Segments.Explaining.Courses;

/// <summary>While which instants what happened at one lies in a period: periods move on, and it stays.</summary>
internal sealed class PeriodStays(Period period, Facts facts)
{
    private readonly (long From, long To) bounds = period switch
    {
        Since since => (Microseconds.Of(since.From.In(facts.Zone)), long.MaxValue),
        Before before => (long.MinValue, Microseconds.Of(before.To.In(facts.Zone))),
        BetweenInstants between => (Microseconds.Of(between.From.In(facts.Zone)), Microseconds.Of(between.To.In(facts.Zone))),
        InFirst first => (facts.FirstSeen, facts.FirstSeen + first.Length.Microseconds),
        _ => (long.MinValue, long.MaxValue),
    };

    /// <summary>The first instant at which it lies in the period and the one after the last; null when it never does.</summary>
    internal (long From, long To)? Of(long time)
    {
        switch (period)
        {
            case InLast last:
                return (time, time + last.Length.Microseconds);
            case BetweenAgo ago:
                var unit = Duration.MicrosecondsPer(ago.Unit);
                return (time + (ago.To * unit), time + (ago.From * unit));
            case InCurrent current:
                return (time, facts.Calendar.Around(current.Unit, time).Next);
            case InPrevious previous:
                var next = facts.Calendar.Around(previous.Unit, time).Next;
                return (next, facts.Calendar.Around(previous.Unit, next).Next);
            default:
                return time >= bounds.From && time < bounds.To ? (time, long.MaxValue) : null;
        }
    }

    /// <summary>The period that is as long as one <c>in the last D</c>, just before it.</summary>
    internal static (long From, long To) BeforeThat(InLast last, long time) => (time + last.Length.Microseconds, time + (2 * last.Length.Microseconds));
}
