using Tessera.ClickHouse;
using Tessera.Domain;
using Tessera.Server.Hosting;

namespace Tessera.Server.Imports.Publishing;

/// <summary>Moves staged order lines into <c>order_lines</c>, each once, however often it is run and wherever it was stopped.</summary>
/// <remarks>
/// A line is known by its order, its key and its number among identical lines, so the lines of the same file, or of an export
/// that overlaps with it, are recognised. Publishing happens in ranges of orders, which keeps the engine's memory flat.
/// Only one import of a workspace may publish at a time.
/// </remarks>
internal sealed class OrderPublisher(ClickHouseClient client, StagingArea staging)
{
    private const int LinesPerDeletion = 2000;
    private static readonly TimeSpan RangeTimeout = TimeSpan.FromMinutes(10);

    private static readonly Statement CountThere = Load("CountOrderLines.sql");
    private static readonly Statement CountStaged = Load("StagedOrderLineCounts.sql");
    private static readonly Statement CountStored = Load("StoredOrderLineCounts.sql");
    private static readonly Statement Known = Load("KnownOrderLines.sql");
    private static readonly Statement Corrected = Load("CorrectedOrderLines.sql");
    private static readonly Statement Delete = Load("DeleteOrderLines.sql");
    private static readonly Statement Publish = Load("PublishOrderLines.sql");
    private static readonly Statement Twice = Load("OrdersInTwoImports.sql");

    /// <summary>Publishes what an import has staged.</summary>
    /// <param name="workspace">The workspace.</param>
    /// <param name="import">The import.</param>
    /// <param name="cancellationToken">Stops between or within ranges; running again finishes.</param>
    /// <returns>How many lines are there because of the import.</returns>
    public async Task<OrderPublication> PublishAsync(WorkspaceKey workspace, Guid import, CancellationToken cancellationToken)
    {
        var staged = await staging.SpanAsync(StagingArea.OrderLines, import, cancellationToken);
        var publication = new OrderPublication();
        if (staged.Rows == 0)
        {
            return publication;
        }

        var parameters = new OrderRange(workspace, import, staged);
        var there = await client.SingleAsync<long>(parameters.Bind(CountThere), cancellationToken);
        foreach (var range in HashRange.For(staged.Rows + there))
        {
            await PublishAsync(parameters with { Range = range }, there > 0, publication, cancellationToken);
        }

        var stored = await client.ListAsync<OrderLineCount>(parameters.Bind(CountStored), cancellationToken);
        publication.Stored = stored.Sum(count => count.Lines);
        if (there == 0)
        {
            // Every line of the file is a new one, so what is stored is what the file has.
            publication.Count(stored);
        }

        return publication;
    }

    private static Statement Load(string file)
    {
        var numbered = EmbeddedSql.Read("Imports/Publishing/NumberedOrderLines.sql");
        return new Statement(EmbeddedSql.Read($"Imports/Publishing/{file}").Replace("/*numbered*/", numbered, StringComparison.Ordinal)).WithTimeout(RangeTimeout);
    }

    private async Task PublishAsync(OrderRange range, bool mayBeThere, OrderPublication publication, CancellationToken cancellationToken)
    {
        if (mayBeThere)
        {
            var counts = await client.ListAsync<OrderLineCount>(range.Bind(CountStaged), cancellationToken);
            publication.Count(counts);
            var known = await client.SingleAsync<KnownOrderLines>(range.Bind(Known), cancellationToken);
            publication.Corrected += known.Corrected;
            if (known.Corrected > 0)
            {
                await RemoveCorrectedAsync(range, cancellationToken);
            }
            else if (known.Matched == counts.Sum(count => count.Lines))
            {
                return;
            }
        }

        await client.ExecuteAsync(range.Bind(Publish), cancellationToken);
        if (mayBeThere)
        {
            publication.OrdersInTwoImports += await client.SingleAsync<long>(range.Bind(Twice), cancellationToken);
        }
    }

    // Publishing puts them back as they are now. Stopped in between, the import goes on and finds them missing.
    private async Task RemoveCorrectedAsync(OrderRange range, CancellationToken cancellationToken)
    {
        var lines = await client.ListAsync<(string OrderId, UInt128 LineKey, uint Occurrence)>(range.Bind(Corrected), cancellationToken);
        foreach (var some in lines.Chunk(LinesPerDeletion))
        {
            await client.ExecuteAsync(range.Bind(Delete).With("lines", some).AsIdempotent(), cancellationToken);
        }
    }
}
