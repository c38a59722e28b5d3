namespace Tessera.Engine.Supervision;

/// <summary>
/// How long to wait before the engine is started again: not at all after it ran for a while, twice as long each time while it does not start,
/// or dies soon after it started. Never gives up: the usual causes, a full disk or want of memory, pass.
/// </summary>
internal sealed class RestartBackoff(TimeProvider time)
{
    /// <summary>An engine that ran this long is taken to be sound.</summary>
    public static readonly TimeSpan Sound = TimeSpan.FromSeconds(30);

    /// <summary>The longest wait.</summary>
    public static readonly TimeSpan Longest = TimeSpan.FromSeconds(10);

    private static readonly TimeSpan Shortest = TimeSpan.FromMilliseconds(200);

    private TimeSpan next = TimeSpan.Zero;
    private long started;

    /// <summary>Starts that failed or did not last, since the engine last was sound.</summary>
    public int Failures { get; private set; }

    /// <summary>Notes that the engine answers.</summary>
    public void Started() => started = time.GetTimestamp();

    /// <summary>Notes that an engine that answered has ended.</summary>
    public void Ended()
    {
        if (time.GetElapsedTime(started) >= Sound)
        {
            next = TimeSpan.Zero;
            Failures = 0;
        }
        else
        {
            Failures++;
        }
    }

    /// <summary>Notes a start that failed.</summary>
    public void Failed() => Failures++;

    /// <summary>How long to wait now; the next wait will be longer.</summary>
    public TimeSpan Next()
    {
        var wait = next;
        var longer = wait == TimeSpan.Zero ? Shortest : wait * 2;
        next = longer < Longest ? longer : Longest;
        return wait;
    }
}
