using Dapper;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace Tessera.Server.Ingestion.Log;

/// <summary>The writing side of the log's SQLite file, for one thread.</summary>
/// <remarks>Chunks go in through SQLite's own interface, which takes a span; the ADO.NET one wants an array of its own for each.</remarks>
internal sealed class LogFile : IDisposable
{
    private readonly SqliteConnection connection;
    private readonly sqlite3_stmt insert;

    /// <param name="connectionString">Of the file; made when missing.</param>
    public LogFile(string connectionString)
    {
        connection = new SqliteConnection(connectionString);
        connection.Open();
        connection.Execute("PRAGMA page_size = 16384; PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA wal_autocheckpoint = 2000; PRAGMA secure_delete = ON;");
        connection.Execute(Hosting.EmbeddedSql.Read("Ingestion/Log/LogSchema.sql"));
        Check(raw.sqlite3_prepare_v2(
            connection.Handle!, "INSERT INTO chunks (partition, first, last, appended_at, data) VALUES (?1, ?2, ?3, ?4, ?5)", out insert));
    }

    /// <summary>The log's id and number of partitions, given now when the file is new.</summary>
    public (string Id, int Partitions) Identify(int partitions, DateTimeOffset now)
    {
        connection.Execute(
            "INSERT INTO log (id, partitions, made_at) SELECT @Id, @Partitions, @MadeAt WHERE NOT EXISTS (SELECT 1 FROM log)",
            new { Id = Guid.CreateVersion7(now).ToString("N"), Partitions = partitions, MadeAt = now.ToUnixTimeMilliseconds() });
        return connection.QuerySingle<(string, int)>("SELECT id, partitions FROM log");
    }

    /// <summary>The last position that a partition ever had.</summary>
    public long LastPosition(int partition) => connection.ExecuteScalar<long>(
        """
        SELECT max(coalesce((SELECT max(last) FROM chunks WHERE partition = @Partition), 0),
                   coalesce((SELECT last FROM trimmed WHERE partition = @Partition), 0))
        """,
        new { Partition = partition });

    public void Begin() => connection.Execute("BEGIN IMMEDIATE");

    /// <summary>Returns once the transaction is on the medium.</summary>
    public void Commit() => connection.Execute("COMMIT");

    public void Rollback() => connection.Execute("ROLLBACK");

    public void Insert(int partition, long first, long last, DateTimeOffset appendedAt, ReadOnlySpan<byte> data)
    {
        try
        {
            Check(raw.sqlite3_bind_int(insert, 1, partition));
            Check(raw.sqlite3_bind_int64(insert, 2, first));
            Check(raw.sqlite3_bind_int64(insert, 3, last));
            Check(raw.sqlite3_bind_int64(insert, 4, appendedAt.ToUnixTimeMilliseconds()));
            Check(raw.sqlite3_bind_blob(insert, 5, data));
            Check(raw.sqlite3_step(insert));
        }
        finally
        {
            _ = raw.sqlite3_reset(insert);
            _ = raw.sqlite3_clear_bindings(insert);
        }
    }

    /// <summary>Gives a chunk another content; nothing happens when it was trimmed meanwhile.</summary>
    public void Rewrite(long chunk, byte[] data) => connection.Execute("UPDATE chunks SET data = @Data WHERE id = @Chunk", new { Chunk = chunk, Data = data });

    /// <summary>Folds the write-ahead file back and empties it; false when somebody reads just now.</summary>
    public bool Fold() => connection.ExecuteScalar<long>("PRAGMA wal_checkpoint(TRUNCATE)") == 0;

    /// <summary>Deletes some of the oldest chunks of a partition that qualify.</summary>
    /// <returns>How many records they had; 0 when none qualifies.</returns>
    public long Trim(int partition, long through, DateTimeOffset appendedBefore, int chunks)
    {
        var (last, records) = connection.QuerySingle<(long?, long)>(
            """
            SELECT max(last), coalesce(sum(last - first + 1), 0) FROM (
                SELECT first, last FROM chunks
                WHERE partition = @Partition AND last <= @Through AND appended_at < @Before ORDER BY last LIMIT @Chunks)
            """,
            new { Partition = partition, Through = through, Before = appendedBefore.ToUnixTimeMilliseconds(), Chunks = chunks });
        if (last is null)
        {
            return 0;
        }

        connection.Execute(
            """
            INSERT INTO trimmed (partition, last) VALUES (@Partition, @Last) ON CONFLICT (partition) DO UPDATE SET last = max(last, excluded.last);
            DELETE FROM chunks WHERE partition = @Partition AND last <= @Last;
            """,
            new { Partition = partition, Last = last });
        return records;
    }

    public void Dispose()
    {
        insert.Dispose();
        connection.Dispose();
        SqliteConnection.ClearPool(connection);
    }

    private void Check(int code)
    {
        if (code is not (raw.SQLITE_OK or raw.SQLITE_DONE))
        {
            throw new SqliteException(raw.sqlite3_errmsg(connection.Handle!).utf8_to_string(), code, raw.sqlite3_extended_errcode(connection.Handle!));
        }
    }
}
