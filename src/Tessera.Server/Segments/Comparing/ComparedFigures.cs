using Tessera.Server.Segments.Comparing.Endpoints;

namespace Tessera.Server.Segments.Comparing;

/// <summary>The figures of a comparison.</summary>
internal static class ComparedFigures
{
    private const string Count = "count";
    private const string Money = "money";
    private const string Days = "days";
    private const string Share = "share";

    /// <summary>The figures of two segments beside those of everybody.</summary>
    public static IReadOnlyList<ComparedFigure> Of(ComparedPart a, ComparedPart b, ComparedPart all)
    {
        return
        [
            Figure("Customers", Count, part => part.Customers),
            Figure("Share of customers", Share, part => Ratio(part.Customers, all.Customers)),
            Figure("Revenue", Money, part => part.Revenue),
            Figure("Share of revenue", Share, part => Ratio(part.Revenue, all.Revenue)),
            Figure("Revenue per customer", Money, part => Ratio(part.Revenue, part.Customers)),
            Figure("Average order value", Money, part => Ratio(part.Revenue, part.Orders)),
            Figure("Orders per customer", Count, part => Ratio(part.Orders, part.Customers)),
            Figure("Bought at least once", Share, part => Ratio(part.Buyers, part.Customers)),
            Figure("Days since the last order", Days, part => Ratio(part.RecencyDays, part.Buyers)),
            Figure("Seen in the last 30 days", Share, part => Ratio(part.Active, part.Customers)),
            Figure("New in the last 30 days", Share, part => Ratio(part.New, part.Customers)),
            Figure("Days since first seen", Days, part => Ratio(part.AgeDays, part.Customers)),
        ];

        ComparedFigure Figure(string name, string unit, Func<ComparedPart, decimal?> value) => new(name, unit, Rounded(value(a)), Rounded(value(b)), Rounded(value(all)));
    }

    private static decimal? Ratio(decimal some, decimal all) => all == 0 ? null : some / all;

    private static decimal? Rounded(decimal? value) => value is { } number ? decimal.Round(number, 4) / 1.0000m : null;
}
