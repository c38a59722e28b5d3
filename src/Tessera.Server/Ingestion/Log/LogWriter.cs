using System.Collections.Concurrent;
using Microsoft.Data.Sqlite;
using Tessera.Server.Ingestion.Contracts;

namespace Tessera.Server.Ingestion.Log;

/// <summary>The one thread that writes the log. What arrives while a commit is on its way to the medium shares the next one.</summary>
internal sealed class LogWriter : IDisposable
{
    private const int ChunksPerTrim = 32;

    private readonly LogFile file;
    private readonly EventLogOptions options;
    private readonly PartitionEnd[] ends;
    private readonly LogMeter meter;
    private readonly TimeProvider time;
    private readonly BlockingCollection<LogCommand> queue = [];
    private readonly List<LogAppend> group = [];
    private readonly RecentChunks[] recent;
    private readonly byte[][] chunks;
    private readonly int[] chunkBytes;
    private readonly int[] counts;
    private readonly long[] next;
    private readonly Thread thread;
    private long queuedBytes;

    public LogWriter(LogFile file, EventLogOptions options, PartitionEnd[] ends, RecentChunks[] recent, LogMeter meter, TimeProvider time)
    {
        (this.file, this.options, this.ends, this.recent, this.meter, this.time) = (file, options, ends, recent, meter, time);
        (chunks, chunkBytes, counts, next) = (new byte[ends.Length][], new int[ends.Length], new int[ends.Length], [.. ends.Select(end => end.Last + 1)]);
        thread = new Thread(Run) { IsBackground = true, Name = "event log" };
        thread.Start();
    }

    public long QueuedBytes => Interlocked.Read(ref queuedBytes);

    public Task<long> EnqueueAsync(LogCommand command)
    {
        if (command is LogAppend append && Interlocked.Add(ref queuedBytes, append.Batch.Bytes) > options.QueueBytes)
        {
            Interlocked.Add(ref queuedBytes, -append.Batch.Bytes);
            throw new LogFullException();
        }

        queue.Add(command);
        return command.Completion;
    }

    /// <summary>Writes what is queued and ends.</summary>
    public void Dispose()
    {
        queue.CompleteAdding();
        thread.Join();
        queue.Dispose();
    }

    private void Run()
    {
        foreach (var command in queue.GetConsumingEnumerable())
        {
            if (command is not LogAppend)
            {
                Maintain(command);
                continue;
            }

            LogCommand? interruption = null;
            group.Add((LogAppend)command);
            long bytes = group[0].Batch.Bytes;
            while (interruption is null && bytes < options.CommitBytes && queue.TryTake(out var another))
            {
                if (another is LogAppend append)
                {
                    group.Add(append);
                    bytes += append.Batch.Bytes;
                }
                else
                {
                    interruption = another;
                }
            }

            Commit(bytes);
            group.Clear();
            if (interruption is not null)
            {
                Maintain(interruption);
            }
        }
    }

    private void Commit(long bytes)
    {
        var started = time.GetTimestamp();
        try
        {
            Write();
        }
#pragma warning disable CA1031 // whatever it is, the senders must learn that nothing was stored, and the thread must live
        catch (Exception failure)
#pragma warning restore CA1031
        {
            Interlocked.Add(ref queuedBytes, -bytes);
            group.ForEach(append => append.Fail(new IOException("The event log could not be written: " + failure.Message, failure)));
            return;
        }

        Interlocked.Add(ref queuedBytes, -bytes);
        var records = group.Sum(append => append.Batch.Count);
        meter.Committed(records, bytes, time.GetElapsedTime(started));
        group.ForEach(append => append.Succeed(append.Batch.Count));
    }

    private void Write()
    {
        Distribute();
        var now = time.GetUtcNow();
        file.Begin();
        try
        {
            for (var partition = 0; partition < ends.Length; partition++)
            {
                if (counts[partition] > 0)
                {
                    file.Insert(partition, next[partition], next[partition] + counts[partition] - 1, now, chunks[partition]);
                }
            }

            file.Commit();
        }
        catch
        {
            Rollback();
            throw;
        }

        for (var partition = 0; partition < ends.Length; partition++)
        {
            if (counts[partition] > 0)
            {
                var last = next[partition] + counts[partition] - 1;
                recent[partition].Add(next[partition], last, chunks[partition]);
                next[partition] = last + 1;
                ends[partition].MoveTo(last);
            }
        }
    }

    /// <summary>Lays the records of the group into one chunk for each partition, and counts them.</summary>
    /// <remarks>Each chunk is an array of its own and just as long as it must be: whoever follows the log reads out of it.</remarks>
    private void Distribute()
    {
        Array.Clear(counts);
        Array.Clear(chunkBytes);
        foreach (var batch in group.Select(append => append.Batch))
        {
            for (var index = 0; index < batch.Count; index++)
            {
                var (key, _, length) = batch.EntryAt(index);
                var partition = PartitionOf(key);
                chunkBytes[partition] += length + RecordFrames.Overhead;
                counts[partition]++;
            }
        }

        for (var partition = 0; partition < chunks.Length; partition++)
        {
            chunks[partition] = GC.AllocateUninitializedArray<byte>(chunkBytes[partition]);
        }

        Array.Clear(chunkBytes);
        foreach (var batch in group.Select(append => append.Batch))
        {
            for (var index = 0; index < batch.Count; index++)
            {
                var (key, start, length) = batch.EntryAt(index);
                var partition = PartitionOf(key);
                chunkBytes[partition] += RecordFrames.Write(chunks[partition].AsSpan(chunkBytes[partition]), batch.Slice(start, length));
            }
        }
    }

    private int PartitionOf(ulong key) => (int)(key % (ulong)ends.Length);

    private void Maintain(LogCommand command)
    {
        try
        {
            if (command is LogFold)
            {
                command.Succeed(file.Fold() ? 1 : 0);
                return;
            }

            file.Begin();
            try
            {
                var records = 0L;
                switch (command)
                {
                    case LogTrim trim:
                        records = file.Trim(trim.Partition, trim.Through, trim.AppendedBefore, ChunksPerTrim);
                        break;
                    case LogRewrite rewrite:
                        file.Rewrite(rewrite.Chunk, rewrite.Data);
                        break;
                }

                file.Commit();
                Array.ForEach(recent, chunk => chunk.Clear());
                command.Succeed(records);
            }
            catch
            {
                Rollback();
                throw;
            }
        }
#pragma warning disable CA1031 // as above: whoever asked must learn of it, and the thread must live
        catch (Exception failure)
#pragma warning restore CA1031
        {
            command.Fail(new IOException("The event log could not be maintained: " + failure.Message, failure));
        }
    }

    private void Rollback()
    {
        try
        {
            file.Rollback();
        }
        catch (SqliteException)
        {
            // SQLite has rolled back by itself, as it does when the disk is full.
        }
    }
}
