namespace Tessera.Server.Hosting;

/// <summary>How long the server has been running.</summary>
internal sealed class ServerClock(TimeProvider time)
{
    private readonly long started = time.GetTimestamp();

    public TimeSpan Uptime => time.GetElapsedTime(started);
}
