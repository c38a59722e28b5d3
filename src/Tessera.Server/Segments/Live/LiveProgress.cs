using Tessera.Server.Ingestion.Contracts;
using Tessera.Server.Pipeline.Contracts;
using Tessera.Server.Segments.Live.Storage;

namespace Tessera.Server.Segments.Live;

/// <summary>Up to where calls are taken into account, durably. Safe for many threads.</summary>
internal sealed class LiveProgress(IEventLog log)
{
    private readonly PartitionEnd[] ends = [.. Enumerable.Range(0, log.Partitions).Select(_ => new PartitionEnd())];
    private readonly Queue<(long Number, long[] Positions)> kept = new();
    private volatile long[] needed = new long[log.Partitions];
    private long round;

    /// <summary>The last round that was committed.</summary>
    public long Round => Interlocked.Read(ref round);

    /// <summary>Up to here the calls of a partition are taken into account.</summary>
    public long Position(int partition) => ends[partition].Last;

    /// <summary>Waits until calls after a position are.</summary>
    public async Task WaitAsync(int partition, long after, CancellationToken cancellationToken) => await ends[partition].WaitAsync(after, cancellationToken);

    /// <summary>Waits until everything that is taken into account now is stored.</summary>
    public async Task StoredAsync(StoreProgress store, CancellationToken cancellationToken)
    {
        for (var partition = 0; partition < ends.Length; partition++)
        {
            await store.WaitAsync(partition, Position(partition), cancellationToken);
        }
    }

    /// <summary>Calls after this position of a partition may be read from the log again, after a crash.</summary>
    public long NeededAfter(int partition) => needed[partition];

    /// <summary>Takes up what is durable. For the one who follows the calls.</summary>
    public void Restore(IReadOnlyList<RoundRow> rounds)
    {
        kept.Clear();
        foreach (var one in rounds)
        {
            kept.Enqueue((one.Number, one.Positions));
        }

        needed = rounds[0].Positions;
        MoveTo(rounds[^1]);
    }

    /// <summary>A round was committed. For the one who follows the calls.</summary>
    /// <param name="committed">The round.</param>
    /// <param name="clean">Up to this round, every state that a call changed is in the file.</param>
    public void MoveTo(RoundRow committed, long clean)
    {
        kept.Enqueue((committed.Number, committed.Positions));
        while (kept.Peek().Number < clean)
        {
            kept.Dequeue();
        }

        needed = kept.Peek().Positions;
        MoveTo(committed);
    }

    private void MoveTo(RoundRow committed)
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
