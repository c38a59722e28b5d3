using Tessera.Server.Hosting;

namespace Tessera.Server.Segments.Rfm.Endpoints;

/// <summary>Makes the answer of <c>GET /api/rfm</c>.</summary>
internal static class RfmViews
{
    public static RfmView Of(RfmStanding standing)
    {
        var cells = standing.Result?.Cells ?? [];
        return new RfmView(
            Of(standing.State.Options),
            StateOf(standing),
            PastOf(standing),
            standing.State.IsStale ? standing.State.Failure : null,
            standing.Result?.ReferenceDate,
            standing.Result?.ComputedAt,
            standing.Result?.Customers ?? 0,
            standing.Result?.Cutoffs,
            [.. Grid(standing, cells)],
            [.. standing.Naming.Segments.Select(segment => new RfmSegmentRule(segment.Key, segment.Name, segment.Rule, segment.Description))]);
    }

    private static RfmOptionsView Of(RfmOptions options) =>
        new(options.Scoring, options.Thresholds, options.WindowDays, options.ReferenceDate, options.Monetary, options.Naming);

    private static RfmStateView StateOf(RfmStanding standing) => standing switch
    {
        { State.IsStale: true } => RfmStateView.Computing,
        { Result.Customers: > 0 } => RfmStateView.Ready,
        _ => RfmStateView.Empty,
    };

    private static RfmPastView PastOf(RfmStanding standing) => standing switch
    {
        { State.IsStale: false, Past: { IsComplete: true } past } => new(RfmPastStateView.Ready, past.Months, past.Done, Problem: null),
        { State.IsStale: false, Result: null or { Customers: 0 } } => new(RfmPastStateView.Ready, 0, 0, Problem: null),
        _ => new(RfmPastStateView.Computing, standing.Past?.Months ?? 0, standing.Past?.Done ?? 0, standing.Past?.Problem),
    };

    private static IEnumerable<RfmGridCell> Grid(RfmStanding standing, IReadOnlyList<RfmCell> cells) =>
        from recency in Enumerable.Range(1, 5).Reverse()
        from frequency in Enumerable.Range(1, 5).Reverse()
        let here = cells.Where(cell => cell.R == recency && cell.F == frequency).ToList()
        let customers = here.Sum(cell => cell.Customers)
        let revenue = here.Sum(cell => cell.Revenue)
        select new RfmGridCell(
            recency,
            frequency,
            customers,
            revenue.Plain(),
            customers > 0 ? decimal.Round(revenue / customers, 2) : 0,
            [.. here.GroupBy(cell => standing.Naming.Of(cell.Scores).Key, cell => cell.Customers, StringComparer.Ordinal)
                .Select(part => new RfmGridSegment(part.Key, part.Sum()))
                .OrderByDescending(segment => segment.Size)]);
}
