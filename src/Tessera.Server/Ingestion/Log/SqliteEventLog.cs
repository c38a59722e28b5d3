using Dapper;
using Microsoft.Data.Sqlite;
using Tessera.Server.Hosting;
using Tessera.Server.Ingestion.Contracts;

namespace Tessera.Server.Ingestion.Log;

/// <summary>The event log in one SQLite file in write-ahead mode: group commit by one thread, readers beside it.</summary>
internal sealed class SqliteEventLog : IEventLog
{
    private const int BusyTimeoutSeconds = 30;
    private const int FoldTries = 200;
    private static readonly TimeSpan FoldPause = TimeSpan.FromMilliseconds(50);

    private readonly string connectionString;
    private readonly FileStream claim;
    private readonly LogFile file;
    private readonly PartitionEnd[] ends;
    private readonly RecentChunks[] recent;
    private readonly LogWriter writer;
    private readonly TimeProvider time;

    /// <summary>Opens the log, or makes it.</summary>
    /// <exception cref="TesseraException">Another process, or another part of this one, writes this log, or the file cannot be used.</exception>
    public SqliteEventLog(EventLogOptions options, LogMeter meter, TimeProvider time)
    {
        this.time = time;
        claim = Claim(options.File);
        try
        {
            connectionString = new SqliteConnectionStringBuilder { DataSource = options.File, DefaultTimeout = BusyTimeoutSeconds }.ToString();
            file = new LogFile(connectionString);
            (Id, Partitions) = file.Identify(options.Partitions, time.GetUtcNow());
            ends = [.. Enumerable.Range(0, Partitions).Select(_ => new PartitionEnd())];
            recent = [.. Enumerable.Range(0, Partitions).Select(_ => new RecentChunks(options.RecentBytes / Partitions))];
            for (var partition = 0; partition < Partitions; partition++)
            {
                ends[partition].MoveTo(file.LastPosition(partition));
            }

            writer = new LogWriter(file, options, ends, recent, meter, time);
        }
        catch (Exception failure)
        {
            file?.Dispose();
            claim.Dispose();
            throw failure is SqliteException
                ? new TesseraException($"The event log {options.File} cannot be used ({failure.Message}); free space on the disk, or put back a copy.", failure)
                : failure;
        }
    }

    public string Id { get; }

    public int Partitions { get; }

    public long QueuedBytes => writer.QueuedBytes;

    public Task AppendAsync(LogBatch batch) => batch.Count == 0 ? Task.CompletedTask : writer.EnqueueAsync(new LogAppend(batch));

    public async Task<IReadOnlyList<LogRecord>> ReadAsync(int partition, long after, long through, long bytes, CancellationToken cancellationToken)
    {
        if (recent[partition].Read(after, through, bytes) is { } known)
        {
            return known;
        }

        await using var connection = new SqliteConnection(connectionString);
        await connection.OpenAsync(cancellationToken);
        var chunks = connection.Query<(long First, long Last, byte[] Data)>(
            "SELECT first, last, data FROM chunks WHERE partition = @Partition AND last > @After AND first <= @Through ORDER BY last",
            new { Partition = partition, After = after, Through = through },
            buffered: false);
        List<LogRecord> records = [];
        foreach (var (first, last, data) in chunks)
        {
            RecordFrames.Read(data, first, last, after, through, records);
            bytes -= data.Length;
            if (bytes <= 0)
            {
                break;
            }
        }

        return records;
    }

    public ValueTask<long> WaitAsync(int partition, long after, CancellationToken cancellationToken) =>
        ends[partition].WaitAsync(after, cancellationToken);

    public long LastPosition(int partition) => ends[partition].Last;

    public async Task<long> TrimAsync(int partition, long through, DateTimeOffset appendedBefore)
    {
        var total = 0L;
        while (true)
        {
            var records = await writer.EnqueueAsync(new LogTrim(partition, through, appendedBefore));
            total += records;
            if (records == 0)
            {
                return total;
            }
        }
    }

    public async Task<long> ReplaceAsync(int partition, long after, long through, Func<ReadOnlyMemory<byte>, byte[]?> replace, CancellationToken cancellationToken)
    {
        var (replaced, position) = (0L, after);
        while (await NextChunkAsync(partition, position, through, cancellationToken) is { } chunk)
        {
            var (data, records) = RecordFrames.Replace(chunk.Data, chunk.First, chunk.Last, after, through, replace);
            if (records > 0)
            {
                await writer.EnqueueAsync(new LogRewrite(chunk.Id, data));
                replaced += records;
            }

            position = chunk.Last;
        }

        for (var tries = 0; await writer.EnqueueAsync(new LogFold()) == 0; tries++)
        {
            if (tries == FoldTries)
            {
                throw new IOException("The event log is read all the time, so its write-ahead file could not be emptied.");
            }

            await Task.Delay(FoldPause, time, cancellationToken);
        }

        return replaced;
    }

    public ValueTask DisposeAsync()
    {
        writer.Dispose();
        file.Dispose();
        using (var connection = new SqliteConnection(connectionString))
        {
            SqliteConnection.ClearPool(connection);
        }

        claim.Dispose();
        return ValueTask.CompletedTask;
    }

    private async Task<LogChunk?> NextChunkAsync(int partition, long after, long through, CancellationToken cancellationToken)
    {
        await using var connection = new SqliteConnection(connectionString);
        await connection.OpenAsync(cancellationToken);
        return await connection.QueryFirstOrDefaultAsync<LogChunk>(
            "SELECT id, first, last, data FROM chunks WHERE partition = @Partition AND last > @After AND first <= @Through ORDER BY last LIMIT 1",
            new { Partition = partition, After = after, Through = through });
    }

    private static FileStream Claim(string path)
    {
        try
        {
            return new FileStream(path + ".lock", FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (IOException failure)
        {
            throw new TesseraException($"The event log {path} is written by another process; stop that process first.", failure);
        }
    }

    private sealed record LogChunk(long Id, long First, long Last, byte[] Data);
}
