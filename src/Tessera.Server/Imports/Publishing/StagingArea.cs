using Tessera.ClickHouse;

namespace Tessera.Server.Imports.Publishing;

/// <summary>The tables that imports are read into before anything of them is published; each import has a partition of its own.</summary>
internal sealed class StagingArea(ClickHouseClient client)
{
    public const string OrderLines = "staged_order_lines";
    public const string Events = "staged_events";
    public const string Traits = "staged_traits";

    // Larger batches make fewer, larger parts; two of them are in memory at a time.
    public static readonly InsertOptions Batches = new() { BatchRows = 100_000, BatchBytes = 32 << 20 };

    private static readonly string[] Tables = [OrderLines, Events, Traits];

    /// <summary>Rows, first and last instant of what an import has staged in a table.</summary>
    public Task<StagedSpan> SpanAsync(string table, Guid import, CancellationToken cancellationToken) => client.SingleAsync<StagedSpan>(
        new Statement("SELECT toInt64(count()) AS rows, min(time) AS first, max(time) AS last FROM {table:Identifier} WHERE import_id = {import:UUID}")
            .With("table", table)
            .With("import", import),
        cancellationToken);

    /// <summary>Forgets what an import has staged.</summary>
    public async Task DropAsync(Guid import, CancellationToken cancellationToken)
    {
        foreach (var table in Tables)
        {
            await client.ExecuteAsync(
                new Statement("ALTER TABLE {table:Identifier} DROP PARTITION {import:UUID}").With("table", table).With("import", import).AsIdempotent(),
                cancellationToken);
        }
    }

    /// <summary>Forgets what imports have staged that are over.</summary>
    /// <param name="active">The imports that are not.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public async Task DropAllButAsync(IReadOnlyCollection<Guid> active, CancellationToken cancellationToken)
    {
        var staged = await client.ListAsync<Guid>(
            new Statement(
                "SELECT DISTINCT toUUID(partition) FROM system.parts WHERE active AND database = currentDatabase() AND table IN {tables:Array(String)}")
                .With("tables", Tables),
            cancellationToken);
        foreach (var import in staged.Except(active))
        {
            await DropAsync(import, cancellationToken);
        }
    }
}
