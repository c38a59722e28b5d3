using System.Diagnostics.Metrics;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Tessera.Server.Hosting.Metrics;
using Tessera.Server.Ingestion.Contracts;

namespace Tessera.Server.EventCatalogue.Plans;

/// <summary>Follows the log beside the pipeline and compares calls with the tracking plans; while there is no plan, nothing is read.</summary>
internal sealed class PlanFollower(IEventLog log, TrackingPlans plans, ViolationStore store, IMeterFactory meters, TimeProvider time, ILogger<PlanFollower> logger)
    : BackgroundService
{
    private const long BatchBytes = 4 << 20;
    private static readonly TimeSpan Gathering = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(10);

    private readonly Counter<long> violations = meters.Create(ServerMeter.Name)
        .CreateCounter<long>("tessera.plan.violations", description: "Ways in which calls did not keep to their workspace's tracking plan.");

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            await Task.WhenAll(Enumerable.Range(0, log.Partitions).Select(partition => Task.Run(() => FollowAsync(partition, stoppingToken), stoppingToken)));
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // Goes on at the next start.
        }
    }

    private async Task FollowAsync(int partition, CancellationToken cancellationToken)
    {
        long? position = null;
        while (true)
        {
            try
            {
                // A plan may have come into force since: the whole log is gone through, and what was received before the plan is passed over.
                position ??= await store.PositionAsync(log.Id, partition, cancellationToken) ?? (plans.IsEmpty ? log.LastPosition(partition) : 0);
                position = await StepAsync(partition, position.Value, cancellationToken);
                await Task.Delay(Gathering, time, cancellationToken);
            }
            catch (Exception failure) when (!cancellationToken.IsCancellationRequested)
            {
                logger.LogWarning(failure, "Calls of partition {Partition} could not be compared with the tracking plans; this is tried again", partition);
                await Task.Delay(Pause, time, cancellationToken);
            }
        }
    }

    private async Task<long> StepAsync(int partition, long position, CancellationToken cancellationToken)
    {
        var last = await log.WaitAsync(partition, position, cancellationToken);
        if (plans.IsEmpty)
        {
            return last;
        }

        var records = await log.ReadAsync(partition, position, last, BatchBytes, cancellationToken);
        if (records.Count == 0)
        {
            return last;
        }

        var tally = new ViolationTally(plans);
        foreach (var record in records)
        {
            tally.Add(new TrackingRecord(record.Bytes));
        }

        await store.AddAsync(log.Id, partition, records[^1].Position, tally, cancellationToken);
        violations.Add(tally.Counts.Values.Sum(found => found.Count));
        return records[^1].Position;
    }
}
