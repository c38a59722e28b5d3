using Dapper;
using Microsoft.Data.Sqlite;
using Tessera.Server.Hosting;
using Tessera.Server.Ingestion.Contracts;

namespace Tessera.Server.Ingestion.Log;

/// <summary>The event log in one SQLite file in write-ahead mode: group commit by one thread, readers beside it.</summary>
internal sealed class SqliteEventLog : IEventLog
{
    private const int BusyTimeoutSeconds = 30;

    private readonly string connectionString;
    private readonly FileStream claim;
    private readonly LogFile file;
    private readonly PartitionEnd[] ends;
    private readonly LogWriter writer;

    /// <summary>Opens the log, or makes it.</summary>
    /// <exception cref="TesseraException">Another process, or another part of this one, writes this log, or the file cannot be used.</exception>
    public SqliteEventLog(EventLogOptions options, LogMeter meter, TimeProvider time)
    {
        claim = Claim(options.File);
        try
        {
            connectionString = new SqliteConnectionStringBuilder { DataSource = options.File, DefaultTimeout = BusyTimeoutSeconds }.ToString();
            file = new LogFile(connectionString);
            (Id, Partitions) = file.Identify(options.Partitions, time.GetUtcNow());
            ends = [.. Enumerable.Range(0, Partitions).Select(_ => new PartitionEnd())];
            for (var partition = 0; partition < Partitions; partition++)
            {
                ends[partition].MoveTo(file.LastPosition(partition));
            }

            writer = new LogWriter(file, options, ends, meter, time);
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
}
