using Tessera.Server.Ingestion.Contracts;
using Tessera.Server.Segments.Live.Storage;

namespace Tessera.Server.Segments.Live;

/// <summary>Up to where calls are taken into account, durably. Safe for many threads.</summary>
internal sealed class LiveProgress(IEventLog log)
{
    private readonly PartitionEnd[] ends = [.. Enumerable.Range(0, log.Partitions).Select(_ => new PartitionEnd())];
    private long round;

    /// <summary>The last round that was committed.</summary>
    public long Round => Interlocked.Read(ref round);

    /// <summary>Up to here the calls of a partition are taken into account.</summary>
    public long Position(int partition) => ends[partition].Last;

    /// <summary>Waits until calls after a position are.</summary>
    public async Task WaitAsync(int partition, long after, CancellationToken cancellationToken) => await ends[partition].WaitAsync(after, cancellationToken);

    public void MoveTo(RoundRow committed)
    {
        Interlocked.Exchange(ref round, committed.Number);
        for (var partition = 0; partition < ends.Length; partition++)
        {
            if (committed.Positions[partition] != ends[partition].Last)
            {
                ends[partition].MoveTo(committed.Positions[partition]);
            }
        }
    }
}
