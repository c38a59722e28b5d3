using Tessera.ClickHouse;
using Tessera.Domain;
using Tessera.Server.Hosting;
using Tessera.Server.Imports.Calls;
using Tessera.Server.Imports.Jobs;

namespace Tessera.Server.Imports.Publishing;

/// <summary>Moves staged order lines into <c>order_lines</c>, each once, however often it is run and wherever it was stopped.</summary>
/// <remarks>
/// A line is known by its order, its key and its number among identical lines, so the lines of the same file, or of an export
/// that overlaps with it, are recognised. That happens in ranges of orders, which keeps the engine's memory flat. Where the
/// workspace has nothing in the time that the file covers there is nothing to recognise: the staged parts are taken over as they are.
/// Only one import of a workspace may publish at a time.
/// </remarks>
internal sealed class OrderPublisher(ClickHouseClient client, StagingArea staging, OrderCallPublisher calls)
{
    private const int LinesPerDeletion = 2000;
    private static readonly TimeSpan RangeTimeout = TimeSpan.FromMinutes(10);

    private static readonly (string Name, string File)[] Fragments =
    [
        ("numbered", "NumberedOrderLines.sql"), ("there", "OrderLinesThere.sql"), ("changed", "ChangedOrderLines.sql"), ("insert", "InsertOrderLines.sql"),
    ];

    private static readonly Statement CountThere = Load("CountOrderLines.sql");
    private static readonly Statement CountStaged = Load("StagedOrderLineCounts.sql");
    private static readonly Statement CountStored = Load("StoredOrderLineCounts.sql");
    private static readonly Statement Known = Load("KnownOrderLines.sql");
    private static readonly Statement Corrected = Load("CorrectedOrderLines.sql");
    private static readonly Statement Correct = Load("CorrectOrderLines.sql");
    private static readonly Statement Delete = Load("DeleteOrderLines.sql");
    private static readonly Statement Publish = Load("PublishOrderLines.sql");
    private static readonly Statement Twice = Load("OrdersInTwoImports.sql");
    private static readonly Statement Partitions = Load("StagedPartitions.sql");
    private static readonly string Attach = EmbeddedSql.Read("Imports/Publishing/AttachOrderLines.sql");

    /// <summary>Publishes what an import has staged.</summary>
    /// <param name="workspace">The workspace.</param>
    /// <param name="import">The import.</param>
    /// <param name="numbers">How far its lines are numbered.</param>
    /// <param name="cancellationToken">Stops between or within ranges; running again finishes.</param>
    /// <returns>How many lines are there because of the import.</returns>
    public async Task<OrderPublication> PublishAsync(WorkspaceKey workspace, Guid import, LineNumbers numbers, CancellationToken cancellationToken)
    {
        var staged = await staging.LinesSpanAsync(import, cancellationToken);
        var publication = new OrderPublication();
        if (staged.Rows == 0)
        {
            return publication;
        }

        var parameters = new OrderRange(workspace, import, staged) { Recount = numbers == LineNumbers.Missing };
        var there = await client.SingleAsync<long>(parameters.Bind(CountThere), cancellationToken);
        var isTakenOver = numbers == LineNumbers.Final && await TryTakeOverAsync(parameters, there, cancellationToken);
        if (!isTakenOver)
        {
            var arranged = parameters with { Table = await staging.ArrangeLinesAsync(import, staged.Rows, cancellationToken) };
            foreach (var range in HashRange.For(staged.Rows))
            {
                await PublishAsync(arranged with { Range = range }, there > 0, publication, cancellationToken);
            }
        }

        var stored = await client.ListAsync<OrderLineCount>(parameters.Bind(CountStored), cancellationToken);
        publication.Stored = stored.Sum(count => count.Lines);
        if (isTakenOver || there == 0)
        {
            // Every line of the file is a new one, so what is stored is what the file has.
            publication.Count(stored);
        }

        return publication;
    }

    /// <summary>Makes the staged parts parts of <c>order_lines</c>, year by year, if there is nothing else in their time.</summary>
    /// <returns>Whether all lines are published now.</returns>
    private async Task<bool> TryTakeOverAsync(OrderRange import, long there, CancellationToken cancellationToken)
    {
        // What is there may be this import's own, from a publication that was interrupted: between two years, or within one.
        var partitions = await client.ListAsync<StagedPartition>(import.Bind(Partitions), cancellationToken);
        if (partitions.Sum(partition => partition.Published) != there || partitions.Any(partition => partition.Published != 0 && partition.Published != partition.Staged))
        {
            return false;
        }

        // The one place where the engine takes no parameter for a name; this one is made of an identifier's hexadecimal digits.
        var attach = new Statement(Attach.Replace("/*lines*/", TableName.Quote(StagingArea.LinesOf(import.Import)), StringComparison.Ordinal));
        foreach (var partition in partitions.Where(partition => partition.Published == 0))
        {
            await client.ExecuteAsync(attach.With("year", partition.Year), cancellationToken);
        }

        return true;
    }

    private static Statement Load(string file)
    {
        var sql = EmbeddedSql.Read($"Imports/Publishing/{file}");
        foreach (var (name, fragment) in Fragments)
        {
            sql = sql.Replace($"/*{name}*/", EmbeddedSql.Read($"Imports/Publishing/{fragment}"), StringComparison.Ordinal);
        }

        return new Statement(sql).WithTimeout(RangeTimeout);
    }

    private async Task PublishAsync(OrderRange range, bool mayBeThere, OrderPublication publication, CancellationToken cancellationToken)
    {
        if (mayBeThere)
        {
            var counts = await client.ListAsync<OrderLineCount>(range.Bind(CountStaged), cancellationToken);
            publication.Count(counts);
            var known = await client.SingleAsync<KnownOrderLines>(range.Bind(Known), cancellationToken);
            publication.Corrected += known.Corrected;
            publication.Converted += known.Converted;
            if (known.Corrected > 0)
            {
                await CorrectAsync(range, cancellationToken);
            }
            else if (known.Matched == counts.Sum(count => count.Lines))
            {
                return;
            }
        }

        await client.ExecuteAsync(range.Bind(Publish).WithQueryId(range.Range.QueryId("publish-order-lines", range.Import)), cancellationToken);
        if (mayBeThere)
        {
            publication.OrdersInTwoImports += await client.SingleAsync<long>(range.Bind(Twice), cancellationToken);
        }
    }

    // The lines as they are now are stored before those they replace are removed: whatever stops an import in between, no order is
    // lost. Running it again stores nothing twice and removes what is left to remove.
    private async Task CorrectAsync(OrderRange range, CancellationToken cancellationToken)
    {
        var lines = await client.ListAsync<(string OrderId, UInt128 LineKey, uint Occurrence)>(range.Bind(Corrected), cancellationToken);
        await calls.ForgetAsync(range.Workspace, lines.Select(line => line.OrderId), cancellationToken);
        await client.ExecuteAsync(range.Bind(Correct).WithQueryId(range.Range.QueryId("correct-order-lines", range.Import)), cancellationToken);
        foreach (var some in lines.Chunk(LinesPerDeletion))
        {
            await client.ExecuteAsync(range.Bind(Delete).With("lines", some).AsIdempotent(), cancellationToken);
        }
    }
}
