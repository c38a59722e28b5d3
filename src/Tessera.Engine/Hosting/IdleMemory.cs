using Tessera.Engine.Execution;

namespace Tessera.Engine.Hosting;

/// <summary>Gives back memory that a pause in the work has left unused, once per pause.</summary>
internal sealed class IdleMemory(RunningQueries running, QueryLog log, Action trim)
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(10);

    private long _seen;
    private long _trimmed;

    /// <summary>Trims when nothing has run since the last look, but something since the last trim.</summary>
    public void Look()
    {
        long count = log.Count;
        if (count == _seen && count != _trimmed && running.Count == 0)
        {
            trim();
            _trimmed = count;
        }

        _seen = count;
    }

    /// <summary>Looks every ten seconds until cancelled; returns then.</summary>
    public async Task WatchAsync(TimeProvider time, CancellationToken cancellation)
    {
        using PeriodicTimer timer = new(Pause, time);
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
