using System.Globalization;
using Tessera.ClickHouse.Transport;

namespace Tessera.ClickHouse.Rows;

/// <summary>One insert: fills batches and sends each while the next is filled.</summary>
internal sealed class Insertion<T>(
    HttpTransport transport, TableSchemas schemas, RowCode code, TableName table, InsertOptions options, TimeProvider time)
{
    // The engine's words for "these are not the table's columns": what we knew of the table is out of date.
    private static readonly HashSet<int> MismatchCodes = [8, 10, 16, 47, 53, 60, 117];

    private readonly string token = options.DeduplicationToken ?? Guid.CreateVersion7(time.GetUtcNow()).ToString("N");
    private bool isRepeatable;
    private Task sending = Task.CompletedTask;
    private long rowCount;
    private long byteCount;
    private int batchCount;

    public async Task<InsertSummary> RunAsync(IAsyncEnumerable<T> rows, CancellationToken cancellationToken)
    {
        InsertOptions.Validate(options);
        var schema = await schemas.OfAsync(table, cancellationToken).ConfigureAwait(false);
        isRepeatable = schema.RemembersTokens;
        if (options.DeduplicationToken is not null && !isRepeatable)
        {
            schemas.Forget(table);
            throw new InvalidOperationException(
                $"Table {table} does not remember deduplication tokens, so inserting twice would store twice: "
                + "give it SETTINGS non_replicated_deduplication_window = 1000.");
        }

        var plan = InsertPlan<T>.For(table, schema, code);
        using var first = new RowWriter();
        using var second = new RowWriter();
        try
        {
            await FillAndSendAsync(plan, rows, first, second, cancellationToken).ConfigureAwait(false);
            await sending.ConfigureAwait(false);
        }
        catch
        {
            // The buffers must not be given back while a batch is still being sent from them; the first error is the one to tell.
            await sending.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            throw;
        }

        return new InsertSummary(rowCount, batchCount, byteCount);
    }

    private async Task FillAndSendAsync(
        InsertPlan<T> plan, IAsyncEnumerable<T> rows, RowWriter filling, RowWriter waiting, CancellationToken cancellationToken)
    {
        var rowsInBatch = 0;
        plan.WriteHeader(filling);
        await foreach (var row in rows.WithCancellation(cancellationToken).ConfigureAwait(false))
        {
            plan.WriteRow(filling, row);
            rowsInBatch++;
            if (rowsInBatch >= options.BatchRows || filling.Length >= options.BatchBytes)
            {
                await StartSendingAsync(plan, filling, rowsInBatch, cancellationToken).ConfigureAwait(false);
                (filling, waiting) = (waiting, filling);
                filling.Clear();
                plan.WriteHeader(filling);
                rowsInBatch = 0;
            }
        }

        if (rowsInBatch > 0)
        {
            await StartSendingAsync(plan, filling, rowsInBatch, cancellationToken).ConfigureAwait(false);
        }
    }

    private async Task StartSendingAsync(InsertPlan<T> plan, RowWriter batch, int rows, CancellationToken cancellationToken)
    {
        // The batch before must be acknowledged first: batches are stored in their order, and its buffer is needed again.
        await sending.ConfigureAwait(false);
        sending = SendAsync(plan.Sql, batch.Written, batchCount, cancellationToken);
        rowCount += rows;
        byteCount += batch.Length;
        batchCount++;
    }

    private async Task SendAsync(string sql, ReadOnlyMemory<byte> batch, int ordinal, CancellationToken cancellationToken)
    {
        var statement = options.Settings
            .Aggregate(new Statement(sql), (made, setting) => made.WithSetting(setting.Key, setting.Value))
            .WithSetting("insert_deduplication_token", $"{token}-{ordinal.ToString(CultureInfo.InvariantCulture)}");
        statement = options.Timeout is { } timeout ? statement.WithTimeout(timeout) : statement;
        var call = new Call(statement) { Rows = batch, IsRepeatable = isRepeatable, WaitsForEnd = true };
        try
        {
            using var answer = await transport.SendAsync(call, cancellationToken).ConfigureAwait(false);
            await answer.Body.CopyToAsync(Stream.Null, cancellationToken).ConfigureAwait(false);
        }
        catch (ClickHouseException exception) when (MismatchCodes.Contains(exception.Code))
        {
            schemas.Forget(table);
            throw;
        }
    }
}
