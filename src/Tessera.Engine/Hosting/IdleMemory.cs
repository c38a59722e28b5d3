using Tessera.Engine.Execution;

namespace Tessera.Engine.Hosting;

/// <summary>Gives back memory that a pause in the work has left unused, once per pause.</summary>
internal sealed class IdleMemory(RunningQueries running, QueryLog log, Action trim)
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(10);

    private long seen;
    private long trimmed;

    /// <summary>Trims when nothing has run since the last look, but something since the last trim.</summary>
    public void Look()
    {
        var count = log.Count;
        if (count == seen && count != trimmed && running.Count == 0)
        {
            trim();
            trimmed = count;
        }

        seen = count;
    }

    /// <summary>Looks every ten seconds until cancelled; returns then.</summary>
    public async Task WatchAsync(TimeProvider time, CancellationToken cancellation)
    {
        using var timer = new PeriodicTimer(Pause, time);
        try
        {
            while (await timer.WaitForNextTickAsync(cancellation))
            {
                Look();
            }
        }
        catch (OperationCanceledException)
        {
            // Stopped.
        }
    }
}
