using Tessera.ClickHouse.Transport;

namespace Tessera.ClickHouse.Rows;

/// <summary>One insert of blocks: a single statement, whose body is written while the blocks come.</summary>
internal sealed class BlockInsertion(HttpTransport transport, TableName table, InsertOptions options)
{
    private long rowCount;
    private long byteCount;
    private int blockCount;

    public async Task<InsertSummary> RunAsync(IAsyncEnumerable<RowBlock> blocks, CancellationToken cancellationToken)
    {
        InsertOptions.Validate(options);
        var rest = blocks.GetAsyncEnumerator(cancellationToken);
        await using var _ = rest.ConfigureAwait(false);
        if (!await rest.MoveNextAsync().ConfigureAwait(false))
        {
            return new InsertSummary(0, 0, 0);
        }

        var sql = $"INSERT INTO {table.ToSql()} ({string.Join(", ", rest.Current.Names.Select(TableName.Quote))}) FORMAT Native";
        var statement = options.Settings.Aggregate(new Statement(sql), (made, setting) => made.WithSetting(setting.Key, setting.Value));
        if (options.DeduplicationToken is { } token)
        {
            statement = statement.WithSetting("insert_deduplication_token", token);
        }

        statement = options.Timeout is { } timeout ? statement.WithTimeout(timeout) : statement;
        var call = new Call(statement) { Body = (stream, stop) => WriteAsync(rest, stream, stop), WaitsForEnd = true };
        using var answer = await transport.SendAsync(call, cancellationToken).ConfigureAwait(false);
        await answer.Body.CopyToAsync(Stream.Null, cancellationToken).ConfigureAwait(false);
        return new InsertSummary(rowCount, blockCount, byteCount);
    }

    private async Task WriteAsync(IAsyncEnumerator<RowBlock> rest, Stream stream, CancellationToken cancellationToken)
    {
        do
        {
            var block = rest.Current;
            if (block.Rows > 0)
            {
                await block.WriteAsync(stream, cancellationToken).ConfigureAwait(false);
                rowCount += block.Rows;
                byteCount += block.Bytes;
                blockCount++;
            }
        }
        while (await rest.MoveNextAsync().ConfigureAwait(false));
    }
}
