using Microsoft.Extensions.Hosting;

namespace Tessera.Server.Hosting;

/// <summary>Gives memory back to the machine when a piece of work is over.</summary>
/// <remarks>
/// The runtime collects when something is allocated. A server that has just imported a large file and is then left alone allocates
/// nothing, and would hold on to some hundred megabytes of what the import no longer needs.
/// </remarks>
internal sealed class IdleMemory(TimeProvider time) : BackgroundService
{
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(10);

    /// <summary>A server that allocates more than this in an interval is at work and collects by itself.</summary>
    private const long IdleAllocationBytes = 4_000_000;

    /// <summary>Less work than this since the last collection leaves nothing worth a pause.</summary>
    private const long WorthwhileBytes = 32_000_000;

    /// <summary>Pools let go of what was unused for a minute, and only when something is collected.</summary>
    private const int PoolsLetGoAfterLooks = 7;

    private long seen;
    private long collected;
    private int looksSinceCollection;

    /// <summary>Collects if there is something to give back and nobody is disturbed by it: once when work is over, once more for the pools.</summary>
    /// <returns>Whether it collected.</returns>
    public bool CollectIfIdle()
    {
        var allocated = GC.GetTotalAllocatedBytes();
        var isIdle = allocated - seen < IdleAllocationBytes;
        seen = allocated;
        looksSinceCollection++;
        var hasWorked = allocated - collected >= WorthwhileBytes;
        if (!isIdle || !(hasWorked || looksSinceCollection == PoolsLetGoAfterLooks))
        {
            return false;
        }

        if (hasWorked)
        {
            looksSinceCollection = 0;
        }

        GC.Collect(GC.MaxGeneration, GCCollectionMode.Aggressive, blocking: true, compacting: true);
        collected = GC.GetTotalAllocatedBytes();
        return true;
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Interval, time);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            CollectIfIdle();
        }
    }
}
