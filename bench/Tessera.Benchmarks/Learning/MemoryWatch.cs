namespace Tessera.Benchmarks.Learning;

/// <summary>Looks every few milliseconds how much managed memory is taken, until it is asked for the most.</summary>
internal sealed class MemoryWatch : IDisposable
{
    private static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(2);

    private readonly Timer timer;
    private long most;

    public MemoryWatch() => timer = new Timer(_ => Look(), state: null, TimeSpan.Zero, Interval);

    /// <summary>The most bytes so far, garbage included.</summary>
    public long Peak()
    {
        Look();
        return Interlocked.Read(ref most);
    }

    public void Dispose() => timer.Dispose();

    private void Look()
    {
        var now = GC.GetTotalMemory(forceFullCollection: false);
        while (Interlocked.Read(ref most) is var known && now > known && Interlocked.CompareExchange(ref most, now, known) != known)
        {
        }
    }
}
