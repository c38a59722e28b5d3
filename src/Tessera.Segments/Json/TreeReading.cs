namespace Tessera.Segments.Json;

/// <summary>Turns JSON objects into parts of the tree; the counterpart of <see cref="TreeWriter"/>.</summary>
internal static class TreeReading
{
    internal static Expression Expression(this TreeReader json)
    {
        var type = json.Type();
        return json.Build<Expression>(() => type switch
        {
            "all" => new All(json.Expressions("items")),
            "any" => new Any(json.Expressions("items")),
            "not" => new Not(json.Child("operand").Expression()),
            "atLeastOf" => new AtLeastOf(json.Integer("minimum"), json.Expressions("items")),
            "trait" => new TraitCondition(json.Path("path"), json.Child("test").ValueTest()),
            "property" => new PropertyCondition(json.Path("path"), json.Child("test").ValueTest()),
            "did" => new Did(json.Child("event").Event(), json.Child("quantity").Quantity(), json.Child("period").Period()),
            "didRegularly" => new DidRegularly(
                json.Child("event").Event(),
                json.Child("quantity").Quantity(),
                json.Name("unit", JsonNames.Units),
                json.Integer("minimum"),
                json.Integer("of")),
            "didSequence" => json.Sequence(),
            "measure" => new MeasureCondition(json.Child("measure").Measure(), json.Child("test").ValueTest()),
            "trend" => new TrendCondition(json.Child("measure").Measure(), json.Name("trend", JsonNames.Trends), new Percentage(json.Number("percent"))),
            "recency" => new RecencyCondition(
                json.Name("occurrence", JsonNames.Occurrences),
                json.Child("event").Event(),
                json.Child("test").ValueTest() as DateTest ?? throw json.Problem("test", "The time of an event takes a test of dates.")),
            "inSegment" => new InSegment(json.Segment()),
            "enteredSegment" => new EnteredSegment(json.Segment(), json.Child("period").Period()),
            "leftSegment" => new LeftSegment(json.Segment(), json.Child("period").Period()),
            "hasBeenInSegment" => new HasBeenInSegment(json.Segment(), json.Child("length").Duration()),
            "consentsTo" => new ConsentsTo(json.Text("purpose")),
            "inRandomShare" => new InRandomShare(new Percentage(json.Number("percent")), json.Text("salt")),
            "companyDid" => new CompanyDid(json.Child("condition").Expression()),
            _ => throw json.Problem("type", $"There is no condition of type {type}."),
        });
    }

    private static ValueList<Expression> Expressions(this TreeReader json, string name) =>
        new(json.Children(name).Select(child => child.Expression()));

    private static SegmentKey Segment(this TreeReader json) => new(json.Text("segment"));

    private static ValueTest ValueTest(this TreeReader json)
    {
        var type = json.Type();
        return json.Build<ValueTest>(() => type switch
        {
            "is" => new TextIs(json.Text("value"), json.Truth("negated")),
            "isOneOf" => new TextIsOneOf(json.Texts("values"), json.Truth("negated")),
            "contains" => new TextContains(json.Text("value"), json.Truth("negated")),
            "startsWith" => new TextStartsWith(json.Text("value")),
            "endsWith" => new TextEndsWith(json.Text("value")),
            "matches" => new TextMatches(json.Text("pattern")),
            "compares" => new NumberCompares(json.Name("comparison", JsonNames.Comparisons), json.Number("value")),
            "isBetween" => new NumberIsBetween(json.Number("low"), json.Number("high")),
            "isTruth" => new BooleanIs(json.Truth("value"), json.Truth("negated")),
            "isSet" => new IsSet(json.Truth("negated")),
            "isWithinNext" => new DateIsWithinNext(json.Child("length").Duration()),
            "isWithinLast" => new DateIsWithinLast(json.Child("length").Duration()),
            "isMoreThanAgo" => new DateIsMoreThanAgo(json.Child("length").Duration()),
            "isBefore" => new DateIsBefore(json.Instant("instant")),
            "isAfter" => new DateIsAfter(json.Instant("instant")),
            "hasAnniversaryWithinNext" => new HasAnniversaryWithinNext(json.Child("length").Duration()),
            "includes" => new Includes(json.Texts("values"), json.Truth("every")),
            "comparesVersion" => new VersionCompares(json.Name("comparison", JsonNames.Comparisons), json.Version()),
            "isInShare" => new IsInExtremeShare(json.Name("extreme", JsonNames.Extremes), new Percentage(json.Number("percent"))),
            "hasBeen" => new HasBeen(json.Text("value"), json.Child("length").Duration()),
            _ => throw json.Problem("type", $"There is no test of type {type}."),
        });
    }

    private static SemanticVersion Version(this TreeReader json) =>
        SemanticVersion.TryParse(json.Text("version"), out var version) ? version : throw json.Problem("version", "This is no version.");

    private static Period Period(this TreeReader json)
    {
        var type = json.Type();
        return json.Build<Period>(() => type switch
        {
            "ever" => Ever.Period,
            "inLast" => new InLast(json.Child("length").Duration()),
            "inFirst" => new InFirst(json.Child("length").Duration()),
            "since" => new Since(json.Instant("from")),
            "before" => new Before(json.Instant("to")),
            "between" => new BetweenInstants(json.Instant("from"), json.Instant("to")),
            "betweenAgo" => new BetweenAgo(json.Integer("from"), json.Integer("to"), json.Name("unit", JsonNames.Units)),
            "inCurrent" => new InCurrent(json.Name("unit", JsonNames.CalendarUnits)),
            "inPrevious" => new InPrevious(json.Name("unit", JsonNames.CalendarUnits)),
            _ => throw json.Problem("type", $"There is no period of type {type}."),
        });
    }

    private static Measure Measure(this TreeReader json)
    {
        var type = json.Type();
        return json.Build<Measure>(() => type switch
        {
            "count" => new CountOf(json.Child("event").Event(), json.Child("period").Period()),
            "countDistinct" => new DistinctCountOf(json.Path("property"), json.Child("event").Event(), json.Child("period").Period()),
            "first" or "last" => new OccurrenceOf(
                JsonNames.Occurrences.First(entry => entry.Name == type).Value,
                json.Path("property"),
                json.Child("event").Event(),
                json.Child("period").Period()),
            "mostFrequent" => new MostFrequentOf(json.Path("property"), json.Child("event").Event(), json.Child("period").Period()),
            "ratio" => new RatioOf(json.Child("dividend").Measure(), json.Child("divisor").Measure()),
            _ when JsonNames.Aggregates.Any(entry => entry.Name == type) => new AggregateOf(
                JsonNames.Aggregates.First(entry => entry.Name == type).Value,
                json.Path("property"),
                json.Child("event").Event(),
                json.Child("period").Period()),
            _ => throw json.Problem("type", $"There is no measure of type {type}."),
        });
    }

    private static DidSequence Sequence(this TreeReader json) => new(
        json.Child("first").Event(),
        new ValueList<SequenceStep>(json.Children("then").Select(child =>
            child.Build(() => new SequenceStep(child.Child("event").Event(), child.OptionalChild("within")?.Duration())))),
        json.OptionalChild("absence") is { } absence
            ? absence.Build(() => new SequenceAbsence(absence.Child("event").Event(), absence.Child("within").Duration()))
            : null,
        json.OptionalPath("sameProperty"),
        json.OptionalChild("withoutBetween")?.Event(),
        json.Child("period").Period());

    private static EventSelector Event(this TreeReader json) => json.Build(() => new EventSelector(
        json.OptionalText("name") is { } name ? new EventName(name) : null,
        json.OptionalChild("where")?.Expression()));

    private static Quantity Quantity(this TreeReader json) => json.Build(() =>
    {
        var of = json.Name("of", JsonNames.Counted);
        var kind = json.Name("test", JsonNames.CountTests);
        var count = json.Integer("count");
        return new Quantity(kind == CountTestKind.Between ? CountTest.Between(count, json.Integer("upTo")) : new CountTest(kind, count), of);
    });

    private static Duration Duration(this TreeReader json) => json.Build(() => new Duration(json.Integer("count"), json.Name("unit", JsonNames.Units)));
}
