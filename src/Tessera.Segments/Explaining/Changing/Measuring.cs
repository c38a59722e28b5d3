using System.Text.Json.Nodes;
using Tessera.Segments.Explaining.Courses;
using Tessera.Segments.Explaining.Wording;
using Tessera.Segments.Live.Values;

namespace Tessera.Segments.Explaining.Changing;

/// <summary>Plans to change a number over events: more of them, with values that bring it where it is wanted.</summary>
internal static class Measuring
{
    private const int MostTimes = 10_000;
    private const int MostForMedian = 500;

    /// <summary>Plans that make a condition on a number otherwise, each tried.</summary>
    /// <param name="measure">What the number is.</param>
    /// <param name="bounds">What it is compared with.</param>
    /// <param name="facts">What is known.</param>
    /// <param name="number">The number now, or null.</param>
    /// <param name="turns">Whether a plan makes the condition otherwise.</param>
    internal static IEnumerable<Plan> Ways(Measure measure, IEnumerable<double> bounds, Facts facts, Fraction? number, Func<Plan, bool> turns)
    {
        List<double> wanted = [.. bounds];
        foreach (var part in measure is RatioOf ratio ? new[] { ratio.Dividend, ratio.Divisor } : [measure])
        {
            foreach (var plan in Of(part, wanted, facts, measure is RatioOf ? null : number, turns))
            {
                yield return plan;
            }
        }
    }

    /// <summary>The plan with the fewest times that makes a condition otherwise, or null when none up to the most does.</summary>
    internal static Plan? Fewest(Func<int, Plan> plan, int most, Func<Plan, bool> turns)
    {
        var (none, enough) = (0, 1);
        for (; enough < most && !turns(plan(enough)); enough *= 2)
        {
            none = enough;
        }

        enough = Math.Min(enough, most);
        if (!turns(plan(enough)))
        {
            return null;
        }

        while (enough - none > 1)
        {
            var middle = none + ((enough - none) / 2);
            (none, enough) = turns(plan(middle)) ? (none, middle) : (middle, enough);
        }

        return plan(enough);
    }

    private static IEnumerable<Plan> Of(Measure part, List<double> bounds, Facts facts, Fraction? number, Func<Plan, bool> turns)
    {
        var (selector, period) = part.Sources.First();
        var most = (int)Math.Clamp(bounds.Select(bound => Math.Abs(bound - (number is { } now ? Phrases.Double(now) : 0))).Max() + 2, 2, MostTimes);
        switch (part)
        {
            case CountOf when Payload.For(selector, facts) is { } properties:
                return Some(Fewest(times => InPeriod(period, facts, new Do(selector, properties, times, facts.Calls.Count > 0)), most, turns));
            case DistinctCountOf distinct:
                return Some(Fewest(
                    times => InPeriod(period, facts, [.. Enumerable.Range(0, times).Select(index => Payload.For(selector, facts, (distinct.Property, $"another {index + 1}"))).OfType<JsonObject>().Select(properties => new Do(selector, properties, 1, IsMore: false))]),
                    Math.Min(most, 50),
                    turns));
            case AggregateOf aggregate:
                return Values(aggregate, bounds, facts, number)
                    .Select(value => Payload.For(selector, facts, (aggregate.Property, value)))
                    .OfType<JsonObject>()
                    .Select(properties => Fewest(times => InPeriod(period, facts, new Do(selector, properties, times, IsMore: false)), aggregate.Aggregate == NumberAggregate.Median ? Math.Min(facts.Calls.Count + 1, MostForMedian) : 1, turns))
                    .OfType<Plan>()
                    .Take(2);
            default:
                return [];
        }
    }

    private static IEnumerable<double> Values(AggregateOf aggregate, List<double> bounds, Facts facts, Fraction? number)
    {
        var now = number is { } found ? Phrases.Double(found) : 0;
        var count = facts.Calls.Count(deed => deed.Event is not null && (aggregate.Event.Name is null || deed.Event == aggregate.Event.Name.Value)) + 1;
        foreach (var bound in bounds)
        {
            var exact = aggregate.Aggregate switch
            {
                NumberAggregate.Sum => bound - now,
                NumberAggregate.Average => now + ((bound - now) * count),
                _ => bound,
            };
            double[] near = [exact, exact + 1, exact - 1, exact + Math.Abs(exact) + 100, exact - Math.Abs(exact) - 100];
            foreach (var value in near.Where(value => Math.Abs(value) < 1e15).Select(value => Math.Round(value, 6)))
            {
                yield return value;
            }
        }
    }

    private static Plan InPeriod(Period period, Facts facts, params IReadOnlyList<Act> acts) => period switch
    {
        BetweenAgo ago => new Plan([.. acts, new WaitFor((ago.To * Duration.MicrosecondsPer(ago.Unit)) + 1)]),
        InPrevious when new PeriodStays(period, facts).Begin(facts.Now) is { } begin => new Plan([.. acts, new WaitUntil(begin, [])]),
        _ => new Plan(acts),
    };

    private static IEnumerable<Plan> Some(Plan? plan) => plan is null ? [] : [plan];
}
