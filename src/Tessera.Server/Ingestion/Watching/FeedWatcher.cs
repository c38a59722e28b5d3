using System.Threading.Channels;

namespace Tessera.Server.Ingestion.Watching;

/// <summary>One who watches calls arrive: gets at most 50 a second of those that are wanted, and how many more there were.</summary>
internal sealed class FeedWatcher(FeedFilter filter, TimeProvider time, Action<FeedWatcher> leave) : IDisposable
{
    /// <summary>How many calls of a second are shown.</summary>
    public const int PerSecond = 50;

    private const int MostWaiting = 4 * PerSecond;

    private readonly Channel<byte[]> calls = Channel.CreateBounded<byte[]>(MostWaiting);
    private readonly Lock turn = new();
    private long second;
    private int shown;
    private long dropped;

    /// <summary>The calls, as they stand in the log.</summary>
    public ChannelReader<byte[]> Calls => calls.Reader;

    /// <summary>How many calls were left out since this was last asked.</summary>
    public long TakeDropped() => Interlocked.Exchange(ref dropped, 0);

    public void Show(ReadOnlyMemory<byte> call)
    {
        if (!filter.LetsThrough(call))
        {
            return;
        }

        if (!MayShow() || !calls.Writer.TryWrite(call.ToArray()))
        {
            Interlocked.Increment(ref dropped);
        }
    }

    public void Dispose()
    {
        leave(this);
        calls.Writer.TryComplete();
    }

    private bool MayShow()
    {
        lock (turn)
        {
            var now = time.GetTimestamp() / time.TimestampFrequency;
            shown = now == second ? shown + 1 : 1;
            second = now;
            return shown <= PerSecond;
        }
    }
}
