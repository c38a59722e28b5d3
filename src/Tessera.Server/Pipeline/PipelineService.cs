using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Tessera.Server.Hosting;
using Tessera.Server.Identity.Contracts;
using Tessera.Server.Ingestion.Contracts;
using Tessera.Server.Pipeline.Contracts;
using Tessera.Server.Pipeline.Health;
using Tessera.Server.Pipeline.State;
using Tessera.Server.Pipeline.Store;
using Tessera.Server.Segments.Contracts;

namespace Tessera.Server.Pipeline;

/// <summary>Runs one consumer for each partition of the log, and forgets records of the log that are old and stored.</summary>
internal sealed class PipelineService(
    IEventLog log, IPipelineState state, ICustomerIdentity identity, EventStore store, ProfileStore profiles, ILiveMembership membership, StoreProgress progress, PipelinePause pause, PipelineOptions options, PipelineMeter meter, TimeProvider time,
    ILogger<PipelineService> logger)
    : BackgroundService
{
    // Calls that wait to become durable come before calls that wait to be stored.
    private const int GivesWay = 10;

    private readonly List<PartitionConsumer> consumers =
        [.. Enumerable.Range(0, log.Partitions).Select(partition => new PartitionConsumer(partition, log, state, identity, store, profiles, membership, progress, pause, options, meter, time, logger))];

    /// <summary>How many records of the log are not stored yet.</summary>
    public long Lag => consumers.Select((consumer, partition) => Math.Max(0, log.LastPosition(partition) - consumer.Position)).Sum();

    /// <summary>For how long the oldest call that is not stored has waited, at most.</summary>
    public double LagSeconds => consumers.Max(consumer => consumer.Lag.TotalSeconds);

    /// <summary>Where each partition stands.</summary>
    public IReadOnlyList<PipelinePartition> Standing() =>
    [
        .. consumers.Select((consumer, partition) =>
        {
            var (position, head) = (consumer.Position, log.LastPosition(partition));
            return new PipelinePartition(partition, position, head, Math.Max(0, head - position));
        }),
    ];

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        meter.ShowLag(() => Lag);
        using var threads = new BackgroundThreads("pipeline", consumers.Count, GivesWay);
        try
        {
            await Task.WhenAll([.. consumers.Select(consumer => threads.RunAsync(() => consumer.RunAsync(stoppingToken))), TrimAsync(stoppingToken)]);
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // Goes on at the next start.
        }
    }

    private async Task TrimAsync(CancellationToken cancellationToken)
    {
        while (true)
        {
            await Task.Delay(options.TrimInterval, time, cancellationToken);
            for (var partition = 0; partition < consumers.Count; partition++)
            {
                try
                {
                    await log.TrimAsync(partition, Math.Min(consumers[partition].Position, membership.NeededAfter(partition)), time.GetUtcNow() - options.Retention);
                }
                catch (IOException failure)
                {
                    logger.LogWarning(failure, "Old records of the event log could not be removed; they are tried again later");
                }
            }
        }
    }
}
