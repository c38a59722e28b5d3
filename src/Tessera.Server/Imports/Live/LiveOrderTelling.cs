using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Tessera.Server.Imports.Contracts;

namespace Tessera.Server.Imports.Live;

/// <summary>Tells the observers of orders that live orders came in: at once for the first, then once in a while, since they compute a lot.</summary>
internal sealed class LiveOrderTelling(LiveOrderNotices notices, IEnumerable<IOrdersObserver> observers, TimeProvider time, ILogger<LiveOrderTelling> logger) : BackgroundService
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(15);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            while (true)
            {
                foreach (var (workspace, orderLines) in await notices.TakeAsync(stoppingToken))
                {
                    await TellAsync(new OrdersChanged(workspace, Guid.Empty, orderLines, orderLines, 0), stoppingToken);
                }

                await Task.Delay(Pause, time, stoppingToken);
            }
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // Whoever computes from orders looks for new ones when it starts.
        }
    }

    private async Task TellAsync(OrdersChanged change, CancellationToken cancellationToken)
    {
        foreach (var observer in observers)
        {
            try
            {
                await observer.OrdersChangedAsync(change, cancellationToken);
            }
#pragma warning disable CA1031 // the orders are stored whatever an observer makes of them
            catch (Exception failure) when (!cancellationToken.IsCancellationRequested)
#pragma warning restore CA1031
            {
                logger.LogError(failure, "{Observer} failed after live orders", observer.GetType().Name);
            }
        }
    }
}
