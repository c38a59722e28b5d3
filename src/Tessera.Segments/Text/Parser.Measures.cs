namespace Tessera.Segments.Text;

/// <summary>Measures and what is asked of them.</summary>
internal sealed partial class Parser
{
    private static readonly string[] TrendWords = ["fell by at least", "rose by at least", "by at least"];

    // What may follow 'is' and a comparison, and suits no number.
    private static readonly string[] TextWords =
        ["one of", "not one of", "not", "true", "false", "within the next", "within the last", "more than", "before", "after", "version"];

    private bool StartsMeasure() =>
        Sees("count of") || Sees("ratio of") || Sees("first of") || Sees("last of") || Sees("most frequent") || Words.Aggregates.Any(entry => Sees(entry.Word + " of"));

    private Expression? ReadMeasureCondition()
    {
        var start = position;
        if ((Take("ratio of") ? ReadRatio() : ReadMeasure()) is not { } measure)
        {
            return null;
        }

        sources.Add(measure, tokens[start].Start, EndOf(start));
        if (measure.IsNumber)
        {
            OfferNumberTests(measure);
        }

        expectations?.LeaveOut(TrendCondition.Suits(measure) ? [] : TrendWords);
        if (Take("fell by at least") || Take("rose by at least"))
        {
            var trend = Peek(-4).Is("fell") ? Trend.Fell : Trend.Rose;
            var isSuited = TrendCondition.Suits(measure);
            if (!isSuited)
            {
                ErrorFrom(start, DiagnosticCodes.UnsuitableTest, "A trend compares a number over a period 'in the last …' with the same time before it: count of \"…\" in the last 14 days fell by at least 50%.");
            }

            return ReadPercentage(isShare: false) is { } change ? (isSuited ? new TrendCondition(measure, trend, change) : Unread) : null;
        }

        var testStart = position;
        expectations?.LeaveOut([.. RankWords, .. PastWords, "set", .. measure.IsNumber ? TextWords : []]);
        var (source, _) = measure.Sources.First();
        subject = new SlotSubject(measure switch { OccurrenceOf value => value.Property, MostFrequentOf value => value.Property, _ => null }, IsProperty: true, source.Name);
        if (ReadValueTest() is not { } test)
        {
            return null;
        }

        if (!MeasureCondition.Suits(measure, test))
        {
            ErrorFrom(
                testStart,
                DiagnosticCodes.UnsuitableTest,
                measure.IsNumber
                    ? "This measure is a number: compare it by = != < <= > >= or is between … and …."
                    : "The value of an event has no rank, no history, and passes no test when it is missing: compare it with something.");
            return Unread;
        }

        return new MeasureCondition(measure, test);
    }

    private Measure? ReadMeasure()
    {
        if (Take("count of distinct"))
        {
            return ReadPropertyOf() is { } of ? new DistinctCountOf(of.Property, of.Event, of.Period) : null;
        }

        if (Take("count of"))
        {
            return ReadEvent() is { } selector && ReadPeriod() is { } period ? new CountOf(selector, period) : null;
        }

        if (Take("most frequent"))
        {
            return ReadPropertyOf() is { } of ? new MostFrequentOf(of.Property, of.Event, of.Period) : null;
        }

        if (Take("first of") || Take("last of"))
        {
            var occurrence = Peek(-2).Is("first") ? Occurrence.First : Occurrence.Last;
            return ReadPropertyOf() is { } of ? new OccurrenceOf(occurrence, of.Property, of.Event, of.Period) : null;
        }

        foreach (var (word, aggregate) in Words.Aggregates)
        {
            if (Take(word + " of"))
            {
                return ReadPropertyOf() is { } of ? new AggregateOf(aggregate, of.Property, of.Event, of.Period) : null;
            }
        }

        Fail();
        return null;
    }

    private (ValuePath Property, EventSelector Event, Period Period)? ReadPropertyOf() =>
        ReadAnyProperty() is { } path && Demand("of") && ReadEvent() is { } selector && ReadPeriod() is { } period ? (path, selector, period) : null;

    // Of a number fewer tests are put than the parser tries.
    private void OfferNumberTests(Measure measure)
    {
        if (TrendCondition.Suits(measure))
        {
            Offer("fell by at least", "rose by at least");
        }

        Offer("is between");
        foreach (var (sign, _) in Words.Comparisons)
        {
            Offer(sign);
        }

        OfferNothingElse();
    }

    // The event comes after it.
    private ValuePath? ReadAnyProperty()
    {
        subject = new SlotSubject(null, IsProperty: true, null);
        return ReadPath(isProperty: true);
    }

    private Measure? ReadRatio()
    {
        var start = position;
        if (ReadMeasure() is not { } dividend || !Demand("to") || ReadMeasure() is not { } divisor)
        {
            return null;
        }

        if (!RatioOf.IsPart(dividend) || !RatioOf.IsPart(divisor))
        {
            ErrorFrom(start, DiagnosticCodes.UnsuitableTest, "A ratio is of two numbers: counts, sums, averages, minima, maxima or medians.");
            return dividend;
        }

        return new RatioOf(dividend, divisor);
    }
}
