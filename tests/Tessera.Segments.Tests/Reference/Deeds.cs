using System.Text.Json.Nodes;

namespace Tessera.Segments.Tests.Reference;

/// <summary>What was done: counts, measures, recency and sequences over a list of events in order.</summary>
internal sealed class Deeds(IReadOnlyList<Call> events, long firstSeen, long now, TimeZoneInfo zone)
{
    internal bool Holds(Expression condition) => condition switch
    {
        Did did => did.Quantity.Count.Passes(Count(Of(did.Event, did.Period), did.Quantity.Of)),
        DidRegularly regular => Enumerable.Range(0, regular.Of).Count(back => IsRegularIn(regular, back)) >= regular.Minimum,
        DidSequence sequence => Sequence(sequence),
        RecencyCondition recency => Of(recency.Event, Ever.Period) is { Count: > 0 } found
            && ValueTests.Passes(recency.Test, (recency.Occurrence == Occurrence.First ? found[0] : found[^1]).Time, now, zone),
        MeasureCondition { Measure.IsNumber: true } measure => Number(measure.Measure, now) is { } number && Passes(number, measure.Test),
        MeasureCondition measure => Single(measure.Measure) is { } value && ValueTests.Passes(measure.Test, value, now, zone),
        TrendCondition trend => Trend(trend),
        _ => throw new NotSupportedException(condition.GetType().Name),
    };

    private bool Matches(Call call, EventSelector selector) =>
        (selector.Name is null || call.Event == selector.Name.Value) && (selector.Where is null || Where(selector.Where, call));

    private bool Where(Expression where, Call call) => where switch
    {
        PropertyCondition property => ValueTests.Passes(property.Test, call.Property(property.Path), now, zone),
        All all => all.Items.All(item => Where(item, call)),
        Any any => any.Items.Any(item => Where(item, call)),
        Not not => !Where(not.Operand, call),
        _ => throw new NotSupportedException(where.GetType().Name),
    };

    private List<Call> Of(EventSelector selector, Period period) =>
        [.. events.Where(call => Matches(call, selector) && Periods.Contains(period, call.Time, now, firstSeen, zone))];

    private int Count(IEnumerable<Call> calls, Counted counted) =>
        counted == Counted.Times ? calls.Count() : calls.Select(call => Times.Day(call.Time, zone)).Distinct().Count();

    private bool IsRegularIn(DidRegularly regular, int back)
    {
        var unit = Duration.MicrosecondsPer(regular.Unit);
        var found = events.Where(call => Matches(call, regular.Event) && call.Time > now - ((back + 1) * unit) && call.Time <= now - (back * unit));
        return regular.Quantity.Count.Passes(Count(found, regular.Quantity.Of));
    }

    /// <summary>A number, or null when missing. The instant may lie back, for trends.</summary>
    private Fraction? Number(Measure measure, long at) => measure switch
    {
        CountOf count => Taken(count.Event, count.Period, at).Count,
        DistinctCountOf distinct => Taken(distinct.Event, distinct.Period, at)
            .Select(call => Value.Text(call.Property(distinct.Property))).OfType<string>().Distinct(StringComparer.Ordinal).Count(),
        AggregateOf aggregate => Aggregate(
            aggregate.Aggregate,
            [.. Taken(aggregate.Event, aggregate.Period, at).Select(call => Value.Addend(call.Property(aggregate.Property))).OfType<Fraction>().Order(Comparer<Fraction>.Create((left, right) => left.CompareTo(right)))]),
        RatioOf ratio => Number(ratio.Dividend, at) is { } dividend && Number(ratio.Divisor, at) is { Numerator.IsZero: false } divisor ? dividend / divisor : null,
        _ => throw new NotSupportedException(measure.GetType().Name),
    };

    private List<Call> Taken(EventSelector selector, Period period, long at) => at == now
        ? Of(selector, period)
        : [.. events.Where(call => Matches(call, selector) && Periods.Contains(period, call.Time, at, firstSeen, zone))];

    private static Fraction? Aggregate(NumberAggregate aggregate, List<Fraction> ordered) => aggregate switch
    {
        NumberAggregate.Sum => Sum(ordered),
        _ when ordered.Count == 0 => null,
        NumberAggregate.Average => Sum(ordered) / ordered.Count,
        NumberAggregate.Minimum => ordered[0],
        NumberAggregate.Maximum => ordered[^1],
        _ => (ordered[(ordered.Count - 1) / 2] + ordered[ordered.Count / 2]) / 2,
    };

    private static Fraction Sum(List<Fraction> numbers) => numbers.Aggregate((Fraction)0, (sum, number) => sum + number);

    private static bool Passes(Fraction number, ValueTest test) => test switch
    {
        NumberCompares compares => ValueTests.Compare(number.CompareTo(Value.Bound(compares.Value)), compares.Comparison),
        NumberIsBetween between => number.CompareTo(Value.Bound(between.Low)) >= 0 && number.CompareTo(Value.Bound(between.High)) <= 0,
        _ => throw new NotSupportedException(test.GetType().Name),
    };

    private bool Trend(TrendCondition trend)
    {
        var length = ((InLast)trend.Measure.Sources.First().Period).Length.Microseconds;
        if (Number(trend.Measure, now) is not { } current || Number(trend.Measure, now - length) is not { Numerator.IsZero: false } earlier)
        {
            return false;
        }

        var change = (current - earlier) / earlier.Abs() * 100;
        return (trend.Trend == Segments.Trend.Fell ? 0 - change : change).CompareTo(Value.Bound(trend.Change.Value)) >= 0;
    }

    private JsonNode? Single(Measure measure)
    {
        switch (measure)
        {
            case OccurrenceOf occurrence:
                var values = Of(occurrence.Event, occurrence.Period).Select(call => call.Property(occurrence.Property)).Where(value => value is not null).ToList();
                return occurrence.Occurrence == Occurrence.First ? values.FirstOrDefault() : values.LastOrDefault();
            case MostFrequentOf frequent:
                return Of(frequent.Event, frequent.Period)
                    .Select(call => Value.Text(call.Property(frequent.Property))).OfType<string>()
                    .GroupBy(text => text, StringComparer.Ordinal)
                    .OrderByDescending(group => group.Count()).ThenBy(group => group.Key, TextOrder.Instance)
                    .Select(group => JsonValue.Create(group.Key)).FirstOrDefault();
            default:
                throw new NotSupportedException(measure.GetType().Name);
        }
    }

    private bool Sequence(DidSequence sequence) =>
        Of(sequence.First, sequence.Period).Any(first => Continue(sequence, [first]));

    /// <summary>Tries every event for the next step; true when some choice meets every clause.</summary>
    private bool Continue(DidSequence sequence, List<Call> chosen)
    {
        var shared = sequence.SameProperty is { } same ? Value.Text(chosen[0].Property(same)) : null;
        if (sequence.SameProperty is not null && shared is null)
        {
            return false;
        }

        var last = chosen[^1].Time;
        if (chosen.Count <= sequence.Then.Count)
        {
            var step = sequence.Then[chosen.Count - 1];
            return Of(step.Event, sequence.Period)
                .Where(call => call.Time > last && (step.Within is null || call.Time <= last + step.Within.Microseconds) && Shares(call))
                .Any(call => Continue(sequence, [.. chosen, call]));
        }

        if (sequence.WithoutBetween is { } without && events.Any(call => Matches(call, without) && call.Time > chosen[0].Time && call.Time < last))
        {
            return false;
        }

        if (sequence.Absence is { } absence)
        {
            var end = last + absence.Within.Microseconds;
            return end <= now && !events.Any(call => Matches(call, absence.Event) && call.Time > last && call.Time <= end && Shares(call));
        }

        return true;

        bool Shares(Call call) => sequence.SameProperty is not { } path || Value.Text(call.Property(path)) == shared;
    }
}
