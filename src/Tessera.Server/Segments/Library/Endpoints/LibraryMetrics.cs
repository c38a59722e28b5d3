namespace Tessera.Server.Segments.Library.Endpoints;

/// <summary>The metrics of ready segments.</summary>
internal static class LibraryMetrics
{
    private const string Count = "count";
    private const string Money = "money";
    private const string Share = "share";

    /// <summary>What members come to, beside everybody; all unknown while there are no figures.</summary>
    public static IReadOnlyList<LibraryMetric> Of(LibraryFigure? members, LibraryFigure? everybody)
    {
        return
        [
            Metric("Size", "How many customers belong now.", Count, (some, _) => some.Customers),
            Metric("Share", "Their part of all customers.", Share, (some, all) => Ratio(some.Customers, all.Customers)),
            Metric("Active share", "Which part of them was seen in the last 30 days.", Share, (some, _) => Ratio(some.Active, some.Customers)),
            Metric("Revenue", "What they spent so far.", Money, (some, _) => some.Revenue),
            Metric("Revenue share", "Its part of what all customers spent.", Share, (some, all) => Ratio(some.Revenue, all.Revenue)),
            Metric("Revenue per customer", "What one of them spent on average.", Money, (some, _) => Ratio(some.Revenue, some.Customers)),
            Metric("Average order value", "What one of their orders comes to on average.", Money, (some, _) => Ratio(some.Revenue, some.Orders)),
            Metric("Orders per customer", "How many orders one of them made on average.", Count, (some, _) => Ratio(some.Orders, some.Customers)),
            Metric("Buyers", "Which part of them ever bought.", Share, (some, _) => Ratio(some.Buyers, some.Customers)),
        ];

        LibraryMetric Metric(string name, string description, string unit, Func<LibraryFigure, LibraryFigure, decimal?> value) =>
            new(name, description, members is null || everybody is null ? null : value(members, everybody) is { } number ? decimal.Round(number, 4) / 1.0000m : null, unit);
    }

    private static decimal? Ratio(decimal some, decimal all) => all == 0 ? null : some / all;
}
