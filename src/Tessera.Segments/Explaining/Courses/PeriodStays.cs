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

    // The calendar around what was asked about last: what happens follows one another.
    private (long From, long To, long End)? settled;

    /// <summary>
    /// The stretches of time while which it lies in the period, in order, each from the first instant to the one after the last: one at most, but where the clock is put back over
    /// midnight, and a day, month or year returns after the next has begun.
    /// </summary>
    internal IReadOnlyList<(long From, long To)> Of(long time)
    {
        switch (period)
        {
            case InLast last:
                return [(time, time + last.Length.Microseconds)];
            case BetweenAgo ago:
                var unit = Duration.MicrosecondsPer(ago.Unit);
                return [(time + (ago.To * unit), time + (ago.From * unit))];
            case InCurrent current:
                return Calendrical(current.Unit, time, isPrevious: false);
            case InPrevious previous:
                return Calendrical(previous.Unit, time, isPrevious: true);
            default:
                return time >= bounds.From && time < bounds.To ? [(time, long.MaxValue)] : [];
        }
    }

    /// <summary>The first instant from which on it lies in the period; null when it never does.</summary>
    internal long? Begin(long time) => Of(time) is [var (from, _), ..] ? from : null;

    private List<(long From, long To)> Calendrical(CalendarUnit unit, long time, bool isPrevious)
    {
        if (settled is not { } kept || time < kept.From || time >= kept.To)
        {
            if (!IsPlain(unit, time))
            {
                return Interrupted(unit, time, isPrevious);
            }

            var (_, current, next) = facts.Calendar.Around(unit, time);
            settled = kept = (current, next, facts.Calendar.Around(unit, next).Next);
        }

        return isPrevious ? [(kept.To, kept.End)] : [(time, kept.To)];
    }

    // Whether this unit, the next, and the one after that begin once and for all.
    private bool IsPlain(CalendarUnit unit, long time)
    {
        for (var place = 0; place < 3; place++)
        {
            var (_, current, next) = facts.Calendar.Around(unit, time);
            if (time < current || time >= next || facts.Calendar.IsInterrupted(unit, current) || facts.Calendar.IsInterrupted(unit, time))
            {
                return false;
            }

            time = next;
        }

        return true;
    }

    // From turn to turn of the calendar, until it has passed for good.
    private List<(long From, long To)> Interrupted(CalendarUnit unit, long time, bool isPrevious)
    {
        List<(long From, long To)> stretches = [];
        for (var now = time; ;)
        {
            var (previous, current, _) = facts.Calendar.Around(unit, now);
            var turn = facts.Calendar.Turn(unit, now);
            if (isPrevious ? time >= previous && time < current : time >= current)
            {
                var (from, isOn) = stretches is [.., var before] && before.To == now ? (before.From, true) : (now, false);
                stretches.RemoveRange(stretches.Count - (isOn ? 1 : 0), isOn ? 1 : 0);
                stretches.Add((from, turn));
            }
            else if (time < (isPrevious ? previous : current) && !facts.Calendar.IsInterrupted(unit, now))
            {
                return stretches;
            }

            now = turn;
        }
    }

    /// <summary>The period that is as long as one <c>in the last D</c>, just before it.</summary>
    internal static IReadOnlyList<(long From, long To)> BeforeThat(InLast last, long time) =>
        [(time + last.Length.Microseconds, time + (2 * last.Length.Microseconds))];
}
