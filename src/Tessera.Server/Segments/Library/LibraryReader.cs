using Tessera.ClickHouse;
using Tessera.Domain;
using Tessera.Segments;
using Tessera.Segments.Checking;
using Tessera.Server.Segments.Rules;
using Tessera.Server.Segments.Rules.Catalogues;
using Tessera.Server.Segments.Tables;

namespace Tessera.Server.Segments.Library;

/// <summary>Fits the ready segments to a workspace.</summary>
internal sealed class LibraryReader(ClickHouseClient engine, CatalogueReader catalogues, RuleChecker checker, CustomerTableVersions versions)
{
    private static readonly Statement Spending = new(
        """
        SELECT toInt64(count()) AS buyers, toFloat64(if(count() = 0, 0, quantileExact(0.9)(revenue))) AS top_tenth
        FROM customer_totals
        WHERE workspace = {workspace:String} AND version = {version:UInt64} AND orders > 0
        """);

    /// <summary>All ready segments as they would be in a workspace.</summary>
    public async Task<IReadOnlyList<FittedEntry>> ReadAsync(WorkspaceKey workspace, CancellationToken cancellationToken)
    {
        var (catalogue, segments, spending) = await WorkspaceAsync(workspace, cancellationToken);
        return [.. LibraryCatalogue.Entries.Select(entry => Fit(entry, catalogue, segments, spending, new Dictionary<string, string>(StringComparer.Ordinal)))];
    }

    /// <summary>One ready segment as it would be in a workspace.</summary>
    public async Task<FittedEntry> FitAsync(WorkspaceKey workspace, LibraryEntry entry, IReadOnlyDictionary<string, string> chosen, CancellationToken cancellationToken)
    {
        var (catalogue, segments, spending) = await WorkspaceAsync(workspace, cancellationToken);
        return Fit(entry, catalogue, segments, spending, chosen);
    }

    private async Task<(ICatalogue Catalogue, WorkspaceSegments Segments, LibrarySpending Spending)> WorkspaceAsync(WorkspaceKey workspace, CancellationToken cancellationToken)
    {
        var catalogue = await catalogues.ReadAsync(workspace, cancellationToken);
        var totals = await versions.CurrentAsync(workspace, CustomerTable.Totals, cancellationToken);
        var (buyers, topTenth) = await engine.SingleAsync<(long Buyers, double TopTenth)>(
            Spending.With("workspace", workspace.Value).With("version", totals?.Version ?? 0), cancellationToken);
        return (catalogue, await checker.SegmentsAsync(workspace, cancellationToken), LibrarySpending.Of(buyers, topTenth));
    }

    private static FittedEntry Fit(LibraryEntry entry, ICatalogue catalogue, ISegmentResolver segments, LibrarySpending spending, IReadOnlyDictionary<string, string> chosen)
    {
        var fitting = new LibraryFitting(catalogue, spending, chosen);
        var text = entry.Define(fitting);
        var parsed = Segment.Parse(text);
        var check = new SegmentChecker(catalogue, segments).Check(parsed);
        List<string> missing = [.. fitting.Missing];
        if (missing.Count == 0 && !check.IsAccepted)
        {
            missing.AddRange(check.Diagnostics.Where(problem => problem.Severity == DiagnosticSeverity.Error).Select(problem => problem.Message));
        }

        return new FittedEntry(entry, parsed.Segment?.ToString() ?? text, missing.Count == 0 ? parsed.Segment : null, fitting.Parameters, missing, check.Cost.Work);
    }
}
