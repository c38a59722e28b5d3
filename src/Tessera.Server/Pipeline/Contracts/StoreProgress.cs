using Tessera.Server.Ingestion.Contracts;

namespace Tessera.Server.Pipeline.Contracts;

/// <summary>Up to which positions of the log everything is stored in the engine.</summary>
internal sealed class StoreProgress(IEventLog log)
{
    private readonly PartitionEnd[] ends = [.. Enumerable.Range(0, log.Partitions).Select(_ => new PartitionEnd())];
    private readonly TaskCompletionSource<long>[] restored =
        [.. Enumerable.Range(0, log.Partitions).Select(_ => new TaskCompletionSource<long>(TaskCreationOptions.RunContinuationsAsynchronously))];

    private readonly TaskCompletionSource[] whole =
        [.. Enumerable.Range(0, log.Partitions).Select(_ => new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously))];

    /// <summary>Completes once it is known where every partition was left, with the position up to which the engine may have some of its calls already.</summary>
    public Task<long[]> RestoredAsync => Task.WhenAll(restored.Select(partition => partition.Task));

    /// <summary>Completes once nothing is half stored that was when the server was started.</summary>
    public Task WholeAsync => Task.WhenAll(whole.Select(partition => partition.Task));

    /// <summary>Up to here everything of a partition is stored.</summary>
    public long Position(int partition) => ends[partition].Last;

    /// <summary>Waits until a position is stored.</summary>
    public async Task WaitAsync(int partition, long position, CancellationToken cancellationToken) =>
        await ends[partition].WaitAsync(position - 1, cancellationToken);

    /// <summary>Notes that everything up to a position is stored.</summary>
    public void MoveTo(int partition, long position) => ends[partition].MoveTo(position);

    /// <summary>Notes that a partition stands where it was left, and up to where the engine may have some of its calls already.</summary>
    public void Restored(int partition, long through) => restored[partition].TrySetResult(through);

    /// <summary>Notes that nothing of a partition is half stored.</summary>
    public void Whole(int partition) => whole[partition].TrySetResult();
}
