using Tessera.ClickHouse;
using Tessera.Domain;
using Tessera.Server.Hosting;
using Tessera.Server.Segments.Rfm.Naming;

namespace Tessera.Server.Segments.Rfm;

/// <summary>The steps of the computation, each one statement that the engine runs; no customer's row ever leaves the engine.</summary>
internal sealed class RfmStatements(ClickHouseClient engine)
{
    private static readonly DateTimeOffset BeginningOfTime = new(1900, 1, 1, 0, 0, 0, TimeSpan.Zero);
    private static readonly DateTimeOffset EndOfTime = new(2299, 12, 31, 0, 0, 0, TimeSpan.Zero);

    // A computation may take longer than a question that somebody waits for.
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(30);

    private static readonly Statement Totals = Load("Totals");
    private static readonly Statement Population = Load("Population");
    private static readonly Statement Bounds = Load("Bounds");
    private static readonly Statement Score = Load("Score");
    private static readonly Statement Cells = Load("Cells");
    private static readonly Statement Snapshot = Load("Snapshot");
    private static readonly Statement MonthFingerprints = Load("MonthFingerprints");
    private static readonly Statement OrderLineCount = Load("OrderLineCount");
    private static readonly Statement Scored = Load("Scored");

    /// <summary>Sums up every known customer's purchases of a span of time; null: without end on that side.</summary>
    public Task WriteTotalsAsync(
        WorkspaceKey workspace, long version, DateTimeOffset? from, DateTimeOffset? to, CancellationToken cancellationToken) =>
        engine.ExecuteAsync(
            Of(Totals, workspace).With("version", version).With("from", from ?? BeginningOfTime).With("to", to ?? EndOfTime),
            cancellationToken);

    /// <summary>How many customers have purchases in a version of the totals, and when the last one was.</summary>
    public Task<RfmPopulation> PopulationAsync(WorkspaceKey workspace, long totalsVersion, string timeZone, CancellationToken cancellationToken) =>
        engine.SingleAsync<RfmPopulation>(
            Of(Population, workspace).With("version", totalsVersion).With("time_zone", timeZone), cancellationToken);

    /// <summary>The bounds between the fifths of the customers.</summary>
    public async Task<RfmBounds> BoundsAsync(
        WorkspaceKey workspace, long totalsVersion, RfmFrame frame, long customers, CancellationToken cancellationToken)
    {
        var statement = Framed(Of(Bounds, workspace), totalsVersion, frame);
        var falling = RfmBounds.FallingLevels(customers);
        var rising = RfmBounds.RisingLevels(customers);
        for (var k = 0; k < 4; k++)
        {
            statement = statement.With($"recency_{k + 1}", falling[k]).With($"rising_{k + 1}", rising[k]);
        }

        return await engine.SingleAsync<RfmBounds>(statement, cancellationToken);
    }

    /// <summary>Scores and names every customer of a version of the totals.</summary>
    public Task WriteScoresAsync(
        WorkspaceKey workspace, long totalsVersion, long version, RfmFrame frame, RfmBounds bounds, SegmentNaming naming, CancellationToken cancellationToken) =>
        engine.ExecuteAsync(
            Framed(Of(Score, workspace), totalsVersion, frame)
                .With("version", version)
                .With("recency", bounds.Recency)
                .With("frequency", bounds.Frequency)
                .With("monetary", bounds.Monetary)
                .With("segments", naming.KeyOfCell),
            cancellationToken);

    /// <summary>What each cell of a version of the scores holds.</summary>
    public async Task<IReadOnlyList<RfmCell>> CellsAsync(WorkspaceKey workspace, long version, CancellationToken cancellationToken) =>
        await engine.ListAsync<RfmCell>(Of(Cells, workspace).With("version", version), cancellationToken);

    /// <summary>Keeps the segments of a date, carrying on from the date before it (version 0: there is none).</summary>
    public Task WriteSnapshotAsync(
        WorkspaceKey workspace, long rfmVersion, long previousVersion, long version, DateOnly date, CancellationToken cancellationToken) =>
        engine.ExecuteAsync(
            Of(Snapshot, workspace)
                .With("version", version)
                .With("rfm_version", rfmVersion)
                .With("previous_version", previousVersion)
                .With("date", date),
            cancellationToken);

    /// <summary>A sum over the order lines of each month that has any, oldest first.</summary>
    public async Task<IReadOnlyList<MonthFingerprint>> MonthFingerprintsAsync(WorkspaceKey workspace, string timeZone, CancellationToken cancellationToken) =>
        await engine.ListAsync<MonthFingerprint>(Of(MonthFingerprints, workspace).With("time_zone", timeZone), cancellationToken);

    /// <summary>How many order lines the workspace has.</summary>
    public Task<long> OrderLineCountAsync(WorkspaceKey workspace, CancellationToken cancellationToken) =>
        engine.SingleAsync<long>(Of(OrderLineCount, workspace), cancellationToken);

    /// <summary>How many customers a version of the scores has.</summary>
    public Task<long> ScoredAsync(WorkspaceKey workspace, long version, CancellationToken cancellationToken) =>
        engine.SingleAsync<long>(Of(Scored, workspace).With("version", version), cancellationToken);

    private static Statement Framed(Statement statement, long totalsVersion, RfmFrame frame) => statement
        .With("totals_version", totalsVersion)
        .With("time_zone", frame.TimeZone)
        .With("reference_date", frame.ReferenceDate)
        .With("net", frame.Net);

    private static Statement Of(Statement statement, WorkspaceKey workspace) => statement.With("workspace", workspace.Value);

    private static Statement Load(string name) => new Statement(EmbeddedSql.Read($"Segments/Rfm/Sql/{name}.sql")).WithTimeout(Patience);
}
