namespace Tessera.Segments.Text;

/// <summary>The words of the language for units and kinds, in one place for the parser, the printer and the JSON form.</summary>
internal static class Words
{
    /// <summary>
    /// Words with a meaning of their own where a path could stand. A trait of such a name is quoted: <c>trait "count"</c>.
    /// </summary>
    private static readonly HashSet<string> Keywords = new(StringComparer.OrdinalIgnoreCase)
    {
        "and", "or", "not", "at", "did", "in", "is", "has", "count", "sum", "average", "minimum", "maximum", "median", "first", "last",
        "most", "ratio", "entered", "left", "consents", "trait", "property", "any", "of", "to", "by", "on", "where", "then", "with",
        "without", "within", "between", "since", "before", "ever", "once", "twice", "exactly", "more", "fewer", "for", "contains",
        "starts", "ends", "matches", "includes", "does", "per", "fell", "rose", "distinct",
    };

    /// <summary>Words that can be no path even when a test follows, since conditions are joined by them.</summary>
    private static readonly HashSet<string> Joints = new(StringComparer.OrdinalIgnoreCase) { "and", "or", "not", "is" };

    internal static IReadOnlyList<(string Word, DurationUnit Unit)> Units { get; } =
    [
        ("minute", DurationUnit.Minutes), ("hour", DurationUnit.Hours), ("day", DurationUnit.Days), ("week", DurationUnit.Weeks),
    ];

    internal static IReadOnlyList<(string Word, CalendarUnit Unit)> CalendarUnits { get; } =
    [
        ("day", CalendarUnit.Day), ("week", CalendarUnit.Week), ("month", CalendarUnit.Month), ("quarter", CalendarUnit.Quarter),
        ("year", CalendarUnit.Year),
    ];

    internal static IReadOnlyList<(string Word, NumberAggregate Aggregate)> Aggregates { get; } =
    [
        ("sum", NumberAggregate.Sum), ("average", NumberAggregate.Average), ("minimum", NumberAggregate.Minimum),
        ("maximum", NumberAggregate.Maximum), ("median", NumberAggregate.Median),
    ];

    internal static IReadOnlyList<(string Sign, Comparison Comparison)> Comparisons { get; } =
    [
        ("=", Comparison.Equal), ("!=", Comparison.NotEqual), ("<", Comparison.Less), ("<=", Comparison.LessOrEqual),
        (">", Comparison.Greater), (">=", Comparison.GreaterOrEqual),
    ];

    internal static IReadOnlyList<(string Phrase, CountTestKind Kind)> CountTests { get; } =
    [
        ("at least", CountTestKind.AtLeast), ("at most", CountTestKind.AtMost), ("exactly", CountTestKind.Exactly),
        ("more than", CountTestKind.MoreThan), ("fewer than", CountTestKind.FewerThan), ("between", CountTestKind.Between),
    ];

    internal static bool IsKeyword(string word) => Keywords.Contains(word);

    internal static bool IsJoint(string word) => Joints.Contains(word);

    internal static string Of(DurationUnit unit) => Units.First(entry => entry.Unit == unit).Word;

    internal static string Of(CalendarUnit unit) => CalendarUnits.First(entry => entry.Unit == unit).Word;

    internal static string Of(NumberAggregate aggregate) => Aggregates.First(entry => entry.Aggregate == aggregate).Word;

    internal static string Of(Comparison comparison) => Comparisons.First(entry => entry.Comparison == comparison).Sign;

    internal static string Of(CountTestKind kind) => CountTests.First(entry => entry.Kind == kind).Phrase;
}
