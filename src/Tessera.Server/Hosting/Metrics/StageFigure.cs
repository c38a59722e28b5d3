namespace Tessera.Server.Hosting.Metrics;

/// <summary>How much went through a stage since the server started, and how fast lately. Safe for many threads.</summary>
internal sealed class StageFigure(TimeProvider time)
{
    private const int Seconds = 10;

    // The second at hand and the ten before it.
    private readonly long[] counts = new long[Seconds + 1];
    private readonly Lock turn = new();
    private long total;
    private long second;

    /// <summary>All since the start.</summary>
    public long Total => Interlocked.Read(ref total);

    /// <summary>The mean of the last ten whole seconds.</summary>
    public double PerSecond
    {
        get
        {
            lock (turn)
            {
                Advance();
                return (counts.Sum() - counts[second % counts.Length]) / (double)Seconds;
            }
        }
    }

    public void Add(long count)
    {
        if (count == 0)
        {
            return;
        }

        Interlocked.Add(ref total, count);
        lock (turn)
        {
            Advance();
            counts[second % counts.Length] += count;
        }
    }

    private void Advance()
    {
        var now = time.GetTimestamp() / time.TimestampFrequency;
        if (now - second > counts.Length)
        {
            Array.Clear(counts);
            second = now;
        }

        while (second < now)
        {
            second++;
            counts[second % counts.Length] = 0;
        }
    }
}
