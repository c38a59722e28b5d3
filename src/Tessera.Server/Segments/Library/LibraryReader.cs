using Tessera.ClickHouse;
using Tessera.Domain;
using Tessera.Server.Hosting;
using Tessera.Segments;
using Tessera.Segments.Checking;
using Tessera.Server.Segments.Rules;
using Tessera.Server.Segments.Rules.Catalogues;
using Tessera.Server.Segments.Tables;

namespace Tessera.Server.Segments.Library;

/// <summary>Fits the ready segments to a workspace.</summary>
internal sealed class LibraryReader(ClickHouseClient engine, CatalogueReader catalogues, RuleChecker checker, CustomerTableVersions versions)
{
    private static readonly Statement Scores = new(EmbeddedSql.Read("Segments/Library/Sql/Scores.sql"));
    private static readonly Statement Ages = new(EmbeddedSql.Read("Segments/Library/Sql/Ages.sql"));

    private static readonly Statement Spending = new(
        """
        SELECT toInt64(count()) AS buyers, toFloat64(if(count() = 0, 0, quantileExact(0.9)(revenue))) AS top_tenth
        FROM customer_totals
        WHERE workspace = {workspace:String} AND version = {version:UInt64} AND orders > 0
        """);

    /// <summary>All ready segments as they would be in a workspace.</summary>
    public async Task<IReadOnlyList<FittedEntry>> ReadAsync(WorkspaceKey workspace, CancellationToken cancellationToken)
    {
        var (catalogue, segments, data) = await WorkspaceAsync(workspace, cancellationToken);
        return [.. LibraryCatalogue.Entries.Select(entry => Fit(entry, catalogue, segments, data, new Dictionary<string, string>(StringComparer.Ordinal)))];
    }

    /// <summary>One ready segment as it would be in a workspace.</summary>
    public async Task<FittedEntry> FitAsync(WorkspaceKey workspace, LibraryEntry entry, IReadOnlyDictionary<string, string> chosen, CancellationToken cancellationToken)
    {
        var (catalogue, segments, data) = await WorkspaceAsync(workspace, cancellationToken);
        return Fit(entry, catalogue, segments, data, chosen);
    }

    private async Task<(ICatalogue Catalogue, WorkspaceSegments Segments, LibraryData Data)> WorkspaceAsync(WorkspaceKey workspace, CancellationToken cancellationToken)
    {
        var catalogue = await catalogues.ReadAsync(workspace, cancellationToken);
        var totals = await versions.CurrentAsync(workspace, CustomerTable.Totals, cancellationToken);
        var (buyers, topTenth) = await engine.SingleAsync<(long Buyers, double TopTenth)>(
            Spending.With("workspace", workspace.Value).With("version", totals?.Version ?? 0), cancellationToken);
        var surveys = catalogue.EventNames.Where(name => PsychographicEntries.Surveys.Contains(name, StringComparer.OrdinalIgnoreCase)).ToList();
        var scores = surveys.Count == 0
            ? []
            : await engine.ListAsync<LibraryScores>(Scores.With("workspace", workspace.Value).With("events", surveys).With("properties", PsychographicEntries.Scores), cancellationToken);
        var ages = catalogue.FindTrait("age") is { Occurrences: > 0 }
            ? (await engine.ListAsync<(int Band, long Customers)>(Ages.With("workspace", workspace.Value), cancellationToken)).ToDictionary(row => row.Band, row => row.Customers)
            : [];
        return (catalogue, await checker.SegmentsAsync(workspace, cancellationToken), new LibraryData(LibrarySpending.Of(buyers, topTenth), scores, ages));
    }

    private static FittedEntry Fit(LibraryEntry entry, ICatalogue catalogue, ISegmentResolver segments, LibraryData data, IReadOnlyDictionary<string, string> chosen)
    {
        var fitting = new LibraryFitting(catalogue, data, chosen);
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
