using Tessera.Segments.Evaluation;
using Tessera.Segments.Explaining.Courses;

namespace Tessera.Segments.Explaining.Changing;

/// <summary>Plans to do something more often.</summary>
internal static class Doing
{
    private const int Most = 10_000;
    private const int MostDays = 400;

    /// <summary>Plans that add so many times, or days, to what was done in a period.</summary>
    internal static IEnumerable<Plan> Times(Facts facts, EventSelector selector, Period period, int missing, Counted counted, IReadOnlyList<Deed> done, bool isOfCompany)
    {
        if ((isOfCompany && facts.Company is null) || missing > (counted == Counted.Days ? MostDays : Most) || Payload.For(selector, facts) is not { } properties)
        {
            return [];
        }

        var today = facts.Calendar.DayOf(facts.Now);
        var isToday = counted == Counted.Days && done.Any(deed => facts.Calendar.DayOf(deed.At) == today);
        Act act = counted == Counted.Times || (missing == 1 && !isToday)
            ? new Do(selector, properties, missing, done.Count > 0)
            : new DoOnDays(selector, properties, missing, !isToday);
        return period switch
        {
            BetweenAgo ago => [new Plan(act, new WaitFor((ago.To * Duration.MicrosecondsPer(ago.Unit)) + 1))],
            InPrevious => new PeriodStays(period, facts).Begin(facts.Now) is { } begin ? [new Plan(act, new WaitUntil(begin, []))] : [],
            Since since => Starting(facts, Microseconds.Of(since.From.In(facts.Zone)), act),
            BetweenInstants between => Starting(facts, Microseconds.Of(between.From.In(facts.Zone)), act),
            _ => [new Plan(act)],
        };
    }

    private static IEnumerable<Plan> Starting(Facts facts, long from, Act act) => [from > facts.Now ? new Plan(new WaitUntil(from, []), act) : new Plan(act)];
}
