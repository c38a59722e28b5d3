using Tessera.Server.Ingestion.Contracts;

namespace Tessera.Server.Ingestion.Log;

/// <summary>Something for the one thread that writes the log.</summary>
internal abstract class LogCommand
{
    private readonly TaskCompletionSource<long> completion = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Completes once it is durable.</summary>
    public Task<long> Completion => completion.Task;

    public void Succeed(long result) => completion.TrySetResult(result);

    public void Fail(Exception failure) => completion.TrySetException(failure);
}

/// <summary>A batch to append.</summary>
internal sealed class LogAppend(LogBatch batch) : LogCommand
{
    public LogBatch Batch { get; } = batch;
}

/// <summary>Another content for a chunk, with as many records as it had.</summary>
internal sealed class LogRewrite(long chunk, byte[] data) : LogCommand
{
    public long Chunk { get; } = chunk;

    public byte[] Data { get; } = data;
}

/// <summary>The write-ahead file to be folded back and emptied.</summary>
internal sealed class LogFold : LogCommand;

/// <summary>Old records to forget.</summary>
internal sealed class LogTrim(int partition, long through, DateTimeOffset appendedBefore) : LogCommand
{
    public int Partition { get; } = partition;

    public long Through { get; } = through;

    public DateTimeOffset AppendedBefore { get; } = appendedBefore;
}
