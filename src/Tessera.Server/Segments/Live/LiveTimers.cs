using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Tessera.Server.Segments.Live;

/// <summary>Evaluates customers at the instants at which their membership may change though nothing more is heard of them.</summary>
internal sealed class LiveTimers(LiveMembership membership, TimeProvider time, ILogger<LiveTimers> logger) : BackgroundService
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(5);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            while (true)
            {
                await membership.WaitAsync(await TryAsync(stoppingToken), stoppingToken);
            }
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // What is due then is found when everybody is evaluated after the next start.
        }
    }

    private async Task<DateTimeOffset?> TryAsync(CancellationToken stoppingToken)
    {
        try
        {
            return await membership.EvaluateDueAsync(stoppingToken);
        }
#pragma warning disable CA1031 // an engine that restarts must not end the timers
        catch (Exception failure) when (!stoppingToken.IsCancellationRequested)
#pragma warning restore CA1031
        {
            logger.LogWarning(failure, "Customers whose membership was due were not evaluated; they are when everybody is");
            return time.GetUtcNow() + Pause;
        }
    }
}
