namespace Tessera.Server.Segments.Library.Endpoints;

/// <summary>The metrics of ready segments: how large they are, and what their strategy is about.</summary>
internal static class LibraryMetrics
{
    private const string Count = "count";
    private const string Money = "money";
    private const string Share = "share";
    private const decimal WeeksOfMonth = 30m / 7;
    private const decimal DaysOfMonth = 30;

    private static readonly Definition[] All =
    [
        new("Size", "How many customers belong now.", Count, (some, _, _) => some.Customers),
        new("Share", "Their part of all customers.", Share, (some, all, _) => Ratio(some.Customers, all.Customers)),
    ];

    private static readonly Dictionary<string, Definition[]> OfStrategy = new(StringComparer.Ordinal)
    {
        ["behavioural"] =
        [
            new("Events per week", "How many events one of them did a week on average, in the last 30 days.", Count, (some, _, _) => Ratio(some.Calls, some.Customers * WeeksOfMonth)),
            new("Adoption", "Which part of the workspace's frequent events one of them did on average, in the last 30 days.", Share, (some, _, kinds) => Ratio(some.Kinds, some.Customers * (decimal)kinds)),
            new("Active share", "Which part of them was seen in the last 30 days.", Share, (some, _, _) => Ratio(some.Active, some.Customers)),
            new("Revenue per customer", "What one of them spent on average.", Money, (some, _, _) => Ratio(some.Revenue, some.Customers)),
        ],
        ["demographic"] =
        [
            new("Largest country", "Which part of them is from {0}, where most are from.", Share, (some, _, _) => Ratio(some.Country.Count, some.Customers), some => some.Country.Value),
            new("Average age", "The average of the ages that are known.", Count, (some, _, _) => Ratio((decimal)some.Years, some.Aged)),
            new("Age known", "Of which part of them the age is known.", Share, (some, _, _) => Ratio(some.Aged, some.Customers)),
            new("Revenue per customer", "What one of them spent on average.", Money, (some, _, _) => Ratio(some.Revenue, some.Customers)),
        ],
        ["psychographic"] =
        [
            new("Answered", "Which part of them answered a survey in the last 90 days.", Share, (some, _, _) => Ratio(some.Answered, some.Customers)),
            new("Most frequent answer", "Which part of those who answered last said “{0}”.", Share, (some, _, _) => Ratio(some.Answer.Count, some.Answered), some => some.Answer.Value),
            new("Active share", "Which part of them was seen in the last 30 days.", Share, (some, _, _) => Ratio(some.Active, some.Customers)),
            new("Revenue per customer", "What one of them spent on average.", Money, (some, _, _) => Ratio(some.Revenue, some.Customers)),
        ],
        ["technographic"] =
        [
            new("Main device", "Which part of them was last here with: {0}.", Share, (some, _, _) => Ratio(some.Device.Count, some.Customers), some => some.Device.Value),
            new("Main browser", "Which part of them was last here with {0}.", Share, (some, _, _) => Ratio(some.Browser.Count, some.Customers), some => some.Browser.Value),
            new("Active share", "Which part of them was seen in the last 30 days.", Share, (some, _, _) => Ratio(some.Active, some.Customers)),
            new("Revenue share", "The part of what all customers spent that they did.", Share, (some, all, _) => Ratio(some.Revenue, all.Revenue)),
        ],
        ["needs-based"] =
        [
            new("Asked for help", "Which part of them asked for help in the last 90 days.", Share, (some, _, _) => Ratio(some.Asked, some.Customers)),
            new("Most frequent topic", "Which part of those who asked did so last about “{0}”.", Share, (some, _, _) => Ratio(some.Topic.Count, some.Asked), some => some.Topic.Value),
            new("Events per week", "How many events one of them did a week on average, in the last 30 days.", Count, (some, _, _) => Ratio(some.Calls, some.Customers * WeeksOfMonth)),
            new("Revenue per customer", "What one of them spent on average.", Money, (some, _, _) => Ratio(some.Revenue, some.Customers)),
        ],
        [SegmentKinds.ValueBased] =
        [
            new("Revenue", "What they spent so far.", Money, (some, _, _) => some.Revenue),
            new("Revenue share", "Its part of what all customers spent.", Share, (some, all, _) => Ratio(some.Revenue, all.Revenue)),
            new("Average order value", "What one of their orders comes to on average.", Money, (some, _, _) => Ratio(some.Revenue, some.Orders)),
            new("Revenue per customer", "What one of them spent on average.", Money, (some, _, _) => Ratio(some.Revenue, some.Customers)),
            new("Orders per customer", "How many orders one of them made on average.", Count, (some, _, _) => Ratio(some.Orders, some.Customers)),
            new("Buyers", "Which part of them ever bought.", Share, (some, _, _) => Ratio(some.Buyers, some.Customers)),
        ],
        ["engagement"] =
        [
            new("Active this month", "Which part of them was seen in the last 30 days.", Share, (some, _, _) => Ratio(some.Active, some.Customers)),
            new("Active this week", "Which part of them did anything in the last 7 days.", Share, (some, _, _) => Ratio(some.Weekly, some.Customers)),
            new("Stickiness", "Of those who were seen in the last 30 days, which part did something on a day of these on average: daily by monthly active customers.", Share, (some, _, _) => Ratio(some.Days, some.Active * DaysOfMonth)),
            new("Active days", "On how many of the last 30 days one of them did something on average.", Count, (some, _, _) => Ratio(some.Days, some.Customers)),
        ],
    };

    /// <summary>What members of a segment of a strategy come to, beside everybody; all unknown while there are no figures.</summary>
    /// <param name="strategy">The strategy.</param>
    /// <param name="members">Their figures.</param>
    /// <param name="everybody">Everybody's.</param>
    /// <param name="kinds">How many frequent events there are.</param>
    public static IReadOnlyList<LibraryMetric> Of(string strategy, LibraryFigure? members, LibraryFigure? everybody, int kinds) =>
        [.. All.Concat(OfStrategy[strategy]).Select(metric => metric.Of(members, everybody, kinds))];

    private static decimal? Ratio(decimal some, decimal all) => all == 0 ? null : some / all;

    private sealed record Definition(
        string Name, string Description, string Unit, Func<LibraryFigure, LibraryFigure, int, decimal?> Value, Func<LibraryFigure, string>? Named = null)
    {
        public LibraryMetric Of(LibraryFigure? members, LibraryFigure? everybody, int kinds)
        {
            var name = members is null || Named is null ? null : Named(members);

            // Where the data does not say what it is about, there is no value either.
            var value = members is null || everybody is null || name is "" ? null : Value(members, everybody, kinds);
            return new LibraryMetric(
                Name, Description.Replace("{0}", name is null or "" ? "…" : name, StringComparison.Ordinal), value is { } number ? decimal.Round(number, 4) / 1.0000m : null, Unit);
        }
    }
}
