using Tessera.ClickHouse;
using Tessera.Domain;
using Tessera.Server.Hosting;
using Tessera.Server.Segments.Comparing.Endpoints;
using Tessera.Server.Segments.Names;
using Tessera.Server.Segments.Rfm;

namespace Tessera.Server.Segments.Comparing;

/// <summary>Where the members of a segment come from and where they go.</summary>
internal sealed class SegmentFlows(ClickHouseClient engine)
{
    private static readonly Statement Moves = Load("Moves");
    private static readonly Statement Flow = Load("Flow");
    private static readonly Statement ModelFlow = Load("ModelFlow");

    /// <summary>Who entered and left a segment written in the language, in <c>[from, to)</c>.</summary>
    public async Task<SegmentFlow> OfAsync(
        WorkspaceKey workspace, string key, DateTimeOffset from, DateTimeOffset to, RfmStanding standing, IReadOnlyDictionary<string, SegmentName> names, CancellationToken cancellationToken)
    {
        Statement Asked(Statement statement) => statement.With("workspace", workspace.Value).With("segment", key).With("from", from).With("to", to);
        var moved = await engine.SingleAsync<MovesRow>(Asked(Moves), cancellationToken);
        var months = standing.History.Where(month => month.Version is not null).ToList();
        var flow = Asked(Flow)
            .With("month_ends", months.ConvertAll(month => Start(month.Date)))
            .With("month_versions", months.ConvertAll(month => (ulong)month.Version!.Value))
            .With("scores_version", standing.Version ?? 0);
        var rows = (await engine.ListAsync<(string Key, long CameFrom, long WentTo)>(flow, cancellationToken)).Where(row => names.ContainsKey(row.Key)).ToList();
        return new SegmentFlow(
            from,
            to,
            moved.Entered,
            moved.Left,
            moved.Entered - moved.Left,
            new SegmentShift(moved.RecalculatedIn, moved.RecalculatedOut),
            new SegmentShift(moved.MergedIn, moved.MergedOut),
            Parts(rows.Select(row => (row.Key, row.CameFrom)), names),
            Parts(rows.Select(row => (row.Key, row.WentTo)), names));
    }

    /// <summary>The moves into and out of a segment of the RFM model, between month's ends that are kept, or up to now.</summary>
    /// <returns>Null when no month's end is kept that the period could begin with.</returns>
    public async Task<SegmentFlow?> OfModelAsync(
        WorkspaceKey workspace, string key, DateOnly? from, DateOnly? to, RfmStanding standing, IReadOnlyDictionary<string, SegmentName> names, CancellationToken cancellationToken)
    {
        var kept = standing.History.Where(month => month.Version is not null).ToList();
        if (standing.Result?.ReferenceDate is not { } reference || kept.Count == 0)
        {
            return null;
        }

        // A period that is not one of months begins with the last month's end before it, and ends with the last one in it.
        var end = to is { } last && last < reference ? kept.LastOrDefault(month => month.Date <= last) : null;
        var latest = end?.Date ?? reference;
        var begin = kept.LastOrDefault(month => month.Date < latest && (from is null || month.Date <= from)) ?? kept.Find(month => month.Date < latest);
        if (begin is null)
        {
            return null;
        }

        var rows = await engine.ListAsync<(string WasIn, string IsIn, long Customers)>(
            ModelFlow.With("workspace", workspace.Value)
                .With("segment", key)
                .With("from_version", begin.Version)
                .With("to_version", end?.Version ?? 0)
                .With("to_scores", end is null ? standing.Version ?? 0 : 0),
            cancellationToken);
        var entered = rows.Where(row => row.IsIn == key).Select(row => (row.WasIn, row.Customers)).ToList();
        var left = rows.Where(row => row.WasIn == key).Select(row => (row.IsIn, row.Customers)).ToList();
        var (come, gone) = (entered.Sum(row => row.Customers), left.Sum(row => row.Customers));
        return new SegmentFlow(Start(begin.Date), Start(latest), come, gone, come - gone, SegmentShift.None, SegmentShift.None, Parts(entered, names), Parts(left, names));
    }

    private static DateTimeOffset Start(DateOnly date) => new(date, TimeOnly.MinValue, TimeSpan.Zero);

    private static IReadOnlyList<SegmentFlowPart> Parts(IEnumerable<(string Key, long Count)> rows, IReadOnlyDictionary<string, SegmentName> names) =>
    [
        .. rows.Where(row => row.Count > 0)
            .OrderByDescending(row => row.Count).ThenBy(row => row.Key, StringComparer.Ordinal)
            .Select(row => row.Key.Length == 0
                ? new SegmentFlowPart(null, "No segment: not a customer", row.Count)
                : new SegmentFlowPart(row.Key, names.TryGetValue(row.Key, out var name) ? name.Name : row.Key, row.Count)),
    ];

    private sealed record MovesRow(long Entered, long Left, long RecalculatedIn, long RecalculatedOut, long MergedIn, long MergedOut);

    private static Statement Load(string name) => new(EmbeddedSql.Read($"Segments/Comparing/Sql/{name}.sql"));
}
