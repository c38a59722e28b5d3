using Tessera.ClickHouse;
using Tessera.Server.Hosting;

namespace Tessera.Server.Imports.Publishing;

/// <summary>
/// The tables that imports are read into before anything of them is published. Order lines have a table for each import, so that
/// its parts can be taken over as they are; of the others each import has a partition.
/// </summary>
internal sealed class StagingArea(ClickHouseClient client)
{
    public const string Customers = "staged_customers";
    public const string Events = "staged_events";
    public const string Traits = "staged_traits";

    // Larger batches make fewer, larger parts; two of them are in memory at a time.
    public static readonly InsertOptions Batches = new() { BatchRows = 100_000, BatchBytes = 32 << 20 };

    private const string LinesPrefix = "staged_order_lines_";
    private const string ArrangedPrefix = "arranged_order_lines_";
    private const int UnknownTable = 60;

    private static readonly string[] Tables = [Customers, Events, Traits];
    // Copying a file of ten gigabytes takes minutes.
    private static readonly TimeSpan ArrangingTimeout = TimeSpan.FromHours(2);

    private static readonly Statement CreateArranged = new(EmbeddedSql.Read("Imports/Publishing/CreateArrangedOrderLines.sql"));
    private static readonly Statement Arrange = new Statement(EmbeddedSql.Read("Imports/Publishing/ArrangeOrderLines.sql")).WithTimeout(ArrangingTimeout);
    private static readonly Statement CreateLines = new(EmbeddedSql.Read("Imports/Publishing/CreateStagedOrderLines.sql"));

    /// <summary>The table of an import's order lines.</summary>
    public static string LinesOf(Guid import) => $"{LinesPrefix}{import:N}";

    /// <summary>Puts an import's order lines into the order in which they are published.</summary>
    /// <returns>The table that has them so. A small import's are quick to search as they are.</returns>
    public async Task<string> ArrangeLinesAsync(Guid import, long lines, CancellationToken cancellationToken)
    {
        if (lines <= HashRange.RowsPerRange)
        {
            return LinesOf(import);
        }

        var arranged = ArrangedOf(import);
        await DropTableAsync(arranged, cancellationToken);
        await client.ExecuteAsync(CreateArranged.With("arranged", arranged), cancellationToken);
        await client.ExecuteAsync(Arrange.With("arranged", arranged).With("staged", LinesOf(import)), cancellationToken);
        return arranged;
    }

    /// <summary>Makes the table of an import's order lines.</summary>
    public Task CreateLinesAsync(Guid import, CancellationToken cancellationToken) =>
        client.ExecuteAsync(CreateLines.With("staged", LinesOf(import)).AsIdempotent(), cancellationToken);

    /// <summary>Rows, first and last instant of the order lines that an import has staged; none when it has no table of them.</summary>
    public async Task<StagedSpan> LinesSpanAsync(Guid import, CancellationToken cancellationToken)
    {
        try
        {
            return await client.SingleAsync<StagedSpan>(
                new Statement("SELECT toInt64(count()) AS rows, min(time) AS first, max(time) AS last FROM {staged:Identifier}").With("staged", LinesOf(import)),
                cancellationToken);
        }
        catch (ClickHouseException missing) when (missing.Code == UnknownTable)
        {
            return new StagedSpan(0, default, default);
        }
    }

    /// <summary>Rows, first and last instant of what an import has staged in a table.</summary>
    public Task<StagedSpan> SpanAsync(string table, Guid import, CancellationToken cancellationToken) => client.SingleAsync<StagedSpan>(
        new Statement("SELECT toInt64(count()) AS rows, min(time) AS first, max(time) AS last FROM {table:Identifier} WHERE import_id = {import:UUID}")
            .With("table", table)
            .With("import", import),
        cancellationToken);

    /// <summary>How many rows an import has staged in a table.</summary>
    public Task<long> CountAsync(string table, Guid import, CancellationToken cancellationToken) => client.SingleAsync<long>(
        new Statement("SELECT toInt64(count()) FROM {table:Identifier} WHERE import_id = {import:UUID}").With("table", table).With("import", import),
        cancellationToken);

    /// <summary>Forgets what an import has staged.</summary>
    public async Task DropAsync(Guid import, CancellationToken cancellationToken)
    {
        await DropTableAsync(ArrangedOf(import), cancellationToken);
        await DropTableAsync(LinesOf(import), cancellationToken);
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
        foreach (var prefix in new[] { LinesPrefix, ArrangedPrefix })
        {
            var tables = await client.ListAsync<string>(
                new Statement("SELECT name FROM system.tables WHERE database = currentDatabase() AND startsWith(name, {prefix:String})").With("prefix", prefix),
                cancellationToken);
            staged.AddRange(tables.Select(table => Guid.TryParse(table.AsSpan(prefix.Length), out var import) ? import : Guid.Empty));
        }

        foreach (var import in staged.Distinct().Except(active))
        {
            await DropAsync(import, cancellationToken);
        }
    }

    private static string ArrangedOf(Guid import) => $"{ArrangedPrefix}{import:N}";

    private async Task DropTableAsync(string table, CancellationToken cancellationToken) =>
        await client.ExecuteAsync(new Statement("DROP TABLE IF EXISTS {table:Identifier} SYNC").With("table", table).AsIdempotent(), cancellationToken);
}
