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

    private static readonly Statement Publish = Load("PublishOrderLines.sql");
    private static readonly Statement Corrected = Load("CorrectedOrderLines.sql");
    private static readonly Statement Delete = Load("DeleteOrderLines.sql");
    private static readonly Statement Counts = Load("OrderLineCounts.sql");
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

        var known = await CountAsync("SELECT toInt64(count()) FROM order_lines WHERE workspace = {workspace:String} AND time BETWEEN {first:DateTime64(6, 'UTC')} AND {last:DateTime64(6, 'UTC')}");
        foreach (var range in HashRange.For(staged.Rows + known))
        {
            publication.Count(await client.ListAsync<OrderLineCount>(InRange(Counts), cancellationToken));
            if (known > 0)
            {
                publication.Corrected += await RemoveCorrectedAsync();
            }

            await client.ExecuteAsync(InRange(Publish).WithTimeout(RangeTimeout), cancellationToken);
            if (known > 0)
            {
                publication.OrdersInTwoImports += await client.SingleAsync<long>(InRange(Twice), cancellationToken);
            }

            Statement InRange(Statement statement) => Bind(statement.With("from", range.From).With("to", range.To));

            async Task<long> RemoveCorrectedAsync()
            {
                var lines = await client.ListAsync<(string OrderId, UInt128 LineKey, uint Occurrence)>(InRange(Corrected), cancellationToken);
                foreach (var some in lines.Chunk(LinesPerDeletion))
                {
                    await client.ExecuteAsync(Bind(Delete.With("lines", some)).AsIdempotent(), cancellationToken);
                }

                return lines.Count;
            }
        }

        publication.Stored = await CountAsync(
            "SELECT toInt64(count()) FROM order_lines WHERE workspace = {workspace:String} AND time BETWEEN {first:DateTime64(6, 'UTC')} AND {last:DateTime64(6, 'UTC')} AND import_id = {import:UUID}");
        return publication;

        Task<long> CountAsync(string sql) => client.SingleAsync<long>(Bind(new Statement(sql)), cancellationToken);

        Statement Bind(Statement statement)
        {
            foreach (var (name, value) in new (string, object)[]
            {
                ("workspace", workspace.Value), ("import", import), ("first", staged.First), ("last", staged.Last),
            })
            {
                statement = statement.Sql.Contains($"{{{name}:", StringComparison.Ordinal) ? statement.With(name, value) : statement;
            }

            return statement;
        }
    }

    private static Statement Load(string file)
    {
        var numbered = EmbeddedSql.Read("Imports/Publishing/NumberedOrderLines.sql");
        return new Statement(EmbeddedSql.Read($"Imports/Publishing/{file}").Replace("/*numbered*/", numbered, StringComparison.Ordinal));
    }
}
