using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using Dapper;
using Microsoft.Data.Sqlite;
using Tessera.Server.Hosting;
using Tessera.Server.Pipeline.Contracts;

namespace Tessera.Server.Pipeline.State;

/// <summary>The pipeline's memory in a SQLite file.</summary>
internal sealed class SqlitePipelineState : IPipelineState
{
    // Calls that come one by one would otherwise make a row each, all of which are gone through at a start. With these, about a page is written each time.
    private const int MostInRow = 512;
    private const int FewestRows = 64;

    private const string AddToLast =
        """
        UPDATE messages SET count = count + @Count, ids = CAST(ids || @Ids AS BLOB)
        WHERE number = (SELECT max(number) FROM messages WHERE partition = @Partition) AND count + @Count <= @Most
        """;

    private readonly StateDatabase database;

    /// <summary>Takes up the state, or begins one.</summary>
    /// <param name="database">The file; disposed with this.</param>
    /// <param name="logId">The log whose positions are kept. When it is another than before, every position is 0 again and the state gets a new name.</param>
    /// <param name="time">The clock.</param>
    /// <exception cref="TesseraException">The file cannot be used.</exception>
    public SqlitePipelineState(StateDatabase database, string logId, TimeProvider time)
    {
        this.database = database;
        var id = string.Empty;
        database.Prepare(connection =>
        {
            connection.Execute(EmbeddedSql.Read("Pipeline/State/StateSchema.sql"));
            using var transaction = connection.BeginTransaction();
            if (connection.QuerySingleOrDefault<string>("SELECT log_id FROM state", transaction: transaction) != logId)
            {
                connection.Execute(
                    "DELETE FROM state; DELETE FROM progress; DELETE FROM progress_seen; INSERT INTO state (id, log_id) VALUES (@Id, @LogId);",
                    new { Id = Guid.CreateVersion7(time.GetUtcNow()).ToString("N"), LogId = logId },
                    transaction);
            }

            id = connection.QuerySingle<string>("SELECT id FROM state", transaction: transaction);
            transaction.Commit();
        });
        Id = id;
    }

    public string Id { get; }

    public Task<PartitionProgress> LoadAsync(int partition, CancellationToken cancellationToken) => database.UseAsync(
        async connection =>
        {
            var row = await connection.QuerySingleOrDefaultAsync<(long Position, long? SeenThrough, long? BegunLast)>(
                """
                SELECT progress.position, progress_seen.position, begun_last
                FROM progress LEFT JOIN progress_seen ON progress_seen.partition = progress.partition
                WHERE progress.partition = @Partition
                """,
                new { Partition = partition });
            return new PartitionProgress(row.Position, row.SeenThrough ?? row.Position, row.BegunLast is { } last ? new LogRange(row.Position + 1, last) : null);
        },
        cancellationToken);

    public async IAsyncEnumerable<UInt128[]> LoadMessagesAsync(int partition, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var number = 0L;
        while (true)
        {
            var row = await database.UseAsync(
                connection => connection.QuerySingleOrDefaultAsync<(long Number, byte[]? Ids)>(
                    "SELECT number, ids FROM messages WHERE partition = @Partition AND number > @Number ORDER BY number LIMIT 1",
                    new { Partition = partition, Number = number }),
                cancellationToken);
            if (row.Ids is null)
            {
                yield break;
            }

            number = row.Number;
            yield return MemoryMarshal.Cast<byte, UInt128>(row.Ids).ToArray();
        }
    }

    public Task BeginAsync(int partition, LogRange range, CancellationToken cancellationToken) => database.UseAsync(
        connection => connection.ExecuteAsync(
            """
            INSERT INTO progress (partition, position, begun_last) VALUES (@Partition, @Before, @Last)
            ON CONFLICT (partition) DO UPDATE SET begun_last = excluded.begun_last
            """,
            new { Partition = partition, Before = range.First - 1, range.Last }),
        cancellationToken);

    public Task CompleteAsync(int partition, LogRange range, IReadOnlyCollection<UInt128> messages, int kept, bool isSeenWritten, CancellationToken cancellationToken) => database.UseAsync(
        async connection =>
        {
            await using var transaction = connection.BeginTransaction();
            await connection.ExecuteAsync(
                "UPDATE progress SET position = @Last, begun_last = NULL WHERE partition = @Partition", new { Partition = partition, range.Last }, transaction);
            await connection.ExecuteAsync(
                isSeenWritten
                    ? "INSERT OR REPLACE INTO progress_seen (partition, position) VALUES (@Partition, @Last)"
                    : "INSERT OR IGNORE INTO progress_seen (partition, position) VALUES (@Partition, @Before)",
                new { Partition = partition, range.Last, Before = range.First - 1 },
                transaction);
            if (messages.Count > 0)
            {
                var added = new
                {
                    Partition = partition, messages.Count, Ids = MemoryMarshal.AsBytes<UInt128>(messages.ToArray()).ToArray(), Most = Math.Min(MostInRow, kept / FewestRows),
                };
                if (await connection.ExecuteAsync(AddToLast, added, transaction) == 0)
                {
                    await connection.ExecuteAsync("INSERT INTO messages (partition, count, ids) VALUES (@Partition, @Count, @Ids)", added, transaction);
                    await ForgetAsync(connection, partition, kept, transaction);
                }
            }

            await transaction.CommitAsync(CancellationToken.None);
            return true;
        },
        cancellationToken);

    public ValueTask DisposeAsync() => database.DisposeAsync();

    private static Task<int> ForgetAsync(SqliteConnection connection, int partition, int kept, SqliteTransaction transaction) => connection.ExecuteAsync(
        """
        DELETE FROM messages WHERE partition = @Partition AND number IN (
            SELECT number FROM (
                SELECT number, sum(count) OVER (ORDER BY number DESC) - count AS newer FROM messages WHERE partition = @Partition)
            WHERE newer >= @Kept)
        """,
        new { Partition = partition, Kept = kept },
        transaction);
}
