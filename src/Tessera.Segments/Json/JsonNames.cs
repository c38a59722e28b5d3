namespace Tessera.Segments.Json;

/// <summary>The names of enumeration values in the JSON form. They are fixed: renaming a value in code does not rename it there.</summary>
internal static class JsonNames
{
    internal static IReadOnlyList<(string Name, Comparison Value)> Comparisons { get; } = Text.Words.Comparisons;

    internal static IReadOnlyList<(string Name, Extreme Value)> Extremes { get; } = [("top", Extreme.Top), ("bottom", Extreme.Bottom)];

    internal static IReadOnlyList<(string Name, Trend Value)> Trends { get; } = [("fell", Trend.Fell), ("rose", Trend.Rose)];

    internal static IReadOnlyList<(string Name, Occurrence Value)> Occurrences { get; } = [("first", Occurrence.First), ("last", Occurrence.Last)];

    internal static IReadOnlyList<(string Name, Counted Value)> Counted { get; } = [("times", Segments.Counted.Times), ("days", Segments.Counted.Days)];

    internal static IReadOnlyList<(string Name, NumberAggregate Value)> Aggregates { get; } = Text.Words.Aggregates;

    internal static IReadOnlyList<(string Name, CalendarUnit Value)> CalendarUnits { get; } = Text.Words.CalendarUnits;

    internal static IReadOnlyList<(string Name, DurationUnit Value)> Units { get; } =
    [
        ("minutes", DurationUnit.Minutes), ("hours", DurationUnit.Hours), ("days", DurationUnit.Days), ("weeks", DurationUnit.Weeks),
    ];

    internal static IReadOnlyList<(string Name, CountTestKind Value)> CountTests { get; } =
    [
        ("atLeast", CountTestKind.AtLeast), ("atMost", CountTestKind.AtMost), ("exactly", CountTestKind.Exactly),
        ("moreThan", CountTestKind.MoreThan), ("fewerThan", CountTestKind.FewerThan), ("between", CountTestKind.Between),
    ];

    internal static string Of<T>(IReadOnlyList<(string Name, T Value)> names, T value)
        where T : struct => names.First(entry => EqualityComparer<T>.Default.Equals(entry.Value, value)).Name;
}
