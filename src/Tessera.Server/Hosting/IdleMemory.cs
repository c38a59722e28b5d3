using Microsoft.Extensions.Hosting;

namespace Tessera.Server.Hosting;

/// <summary>Gives memory back to the machine when a large piece of work is over.</summary>
/// <remarks>
/// The runtime collects when something is allocated. A server that has just imported a large file and is then left alone allocates
/// nothing, and would hold on to the buffers of the import, some hundred megabytes in pools that let go of one buffer at a
/// collection and only of those unused for a minute.
/// </remarks>
internal sealed class IdleMemory(TimeProvider time) : BackgroundService
{
    /// <summary>A little more than the minute after which pools let go.</summary>
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(70);

    /// <summary>What a server holds anyway; below this there is nothing to give back.</summary>
    private const long UsualHeapBytes = 40_000_000;

    /// <summary>A server that allocates more than this in an interval is at work and collects by itself.</summary>
    private const long IdleAllocationBytes = 20_000_000;

    private long allocatedBefore = GC.GetTotalAllocatedBytes();

    /// <summary>Collects if there is something to give back and nobody is disturbed by it.</summary>
    /// <returns>Whether it collected.</returns>
    public bool CollectIfIdle()
    {
        var allocated = GC.GetTotalAllocatedBytes();
        var isIdle = allocated - allocatedBefore < IdleAllocationBytes;
        allocatedBefore = allocated;
        if (!isIdle || GC.GetTotalMemory(forceFullCollection: false) < UsualHeapBytes)
        {
            return false;
        }

        GC.Collect(GC.MaxGeneration, GCCollectionMode.Aggressive, blocking: true, compacting: true);
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
