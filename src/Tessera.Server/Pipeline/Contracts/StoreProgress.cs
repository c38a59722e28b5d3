using Tessera.Server.Ingestion.Contracts;

namespace Tessera.Server.Pipeline.Contracts;

/// <summary>Up to which positions of the log everything is stored in the engine.</summary>
internal sealed class StoreProgress(IEventLog log)
{
    private readonly PartitionEnd[] ends = [.. Enumerable.Range(0, log.Partitions).Select(_ => new PartitionEnd())];
    private readonly TaskCompletionSource[] restored =
        [.. Enumerable.Range(0, log.Partitions).Select(_ => new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously))];

    /// <summary>Completes once every partition stands where it was left, with nothing half stored.</summary>
    public Task RestoredAsync => Task.WhenAll(restored.Select(partition => partition.Task));

    /// <summary>Up to here everything of a partition is stored.</summary>
    public long Position(int partition) => ends[partition].Last;

    /// <summary>Waits until a position is stored.</summary>
    public async Task WaitAsync(int partition, long position, CancellationToken cancellationToken) =>
        await ends[partition].WaitAsync(position - 1, cancellationToken);

    /// <summary>Notes that everything up to a position is stored.</summary>
    public void MoveTo(int partition, long position) => ends[partition].MoveTo(position);

    /// <summary>Notes that a partition stands where it was left.</summary>
    public void Restored(int partition) => restored[partition].TrySetResult();
}
