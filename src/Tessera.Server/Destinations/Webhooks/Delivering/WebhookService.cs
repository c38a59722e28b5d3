using System.Security.Cryptography;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Tessera.Server.Segments.Contracts;

namespace Tessera.Server.Destinations.Webhooks.Delivering;

/// <summary>Runs one worker for each webhook, so that a receiver that is slow or dead keeps nobody else waiting.</summary>
internal sealed class WebhookService(
    WebhookStore webhooks,
    DeliveryStore deliveries,
    IMembershipChanges changes,
    CustomerIdentifiers customers,
    WebhookSender sender,
    WebhookMeter meter,
    TimeProvider time,
    ILogger<WebhookService> logger) : BackgroundService
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(10);

    /// <summary>A worker that ended in the very moment in which it was wanted again is missed no longer than this.</summary>
    private static readonly TimeSpan LongestSleep = TimeSpan.FromSeconds(30);

    private readonly SemaphoreSlim changed = new(1);
    private readonly Dictionary<string, (WebhookWorker Worker, Task Run)> workers = new(StringComparer.Ordinal);
    private readonly Lock gate = new();

    /// <summary>Looks at the webhooks again, because one was made, changed or removed, or is to send something again.</summary>
    public void Wake()
    {
        lock (gate)
        {
            foreach (var (worker, _) in workers.Values)
            {
                worker.Wake();
            }
        }

        changed.Release();
    }

    public override void Dispose()
    {
        changed.Dispose();
        base.Dispose();
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            while (true)
            {
                await changed.WaitAsync(LongestSleep, stoppingToken);
                await ReconcileAsync(stoppingToken);
            }
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            await Task.WhenAll(workers.Values.Select(entry => entry.Run));
        }
    }

    private async Task ReconcileAsync(CancellationToken stoppingToken)
    {
        try
        {
            var active = await webhooks.ActiveAsync(stoppingToken);
            lock (gate)
            {
                foreach (var id in workers.Where(entry => entry.Value.Run.IsCompleted).Select(entry => entry.Key).ToList())
                {
                    workers[id].Worker.Dispose();
                    workers.Remove(id);
                }

                foreach (var id in active.Where(id => !workers.ContainsKey(id)))
                {
                    // Pauses need to differ, not to be repeatable.
                    var worker = new WebhookWorker(
                        id, webhooks, deliveries, changes, customers, sender, meter, new Random(RandomNumberGenerator.GetInt32(int.MaxValue)), time, logger);
                    workers[id] = (worker, Task.Run(() => RunAsync(worker, stoppingToken), CancellationToken.None));
                }
            }
        }
        catch (Exception failure) when (!stoppingToken.IsCancellationRequested)
        {
            logger.LogWarning(failure, "The webhooks could not be read; this is tried again");
            await Task.Delay(Pause, time, stoppingToken);
            changed.Release();
        }
    }

    private static async Task RunAsync(WebhookWorker worker, CancellationToken stoppingToken)
    {
        try
        {
            await worker.RunAsync(stoppingToken);
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // What is on its way is sent again after the next start, under the same id.
        }
    }
}
