using Microsoft.Extensions.Logging;
using Tessera.Domain;
using Tessera.Server.Identity.Contracts;
using Tessera.Server.Ingestion.Contracts;
using Tessera.Server.Pipeline.Contracts;
using Tessera.Server.Pipeline.State;
using Tessera.Server.Pipeline.Store;
using Tessera.Server.Segments.Contracts;

namespace Tessera.Server.Pipeline;

/// <summary>Stores the calls of one partition of the log, in order, from wherever it was left.</summary>
/// <remarks>Calls are stored once they are taken into account by the segments: what the engine has is never more than what is known there.</remarks>
internal sealed class PartitionConsumer(
    int partition, IEventLog log, IPipelineState state, ICustomerIdentity identity, EventStore store, ProfileStore profiles, ILiveMembership membership, StoreProgress progress, PipelinePause breaks, PipelineOptions options, PipelineMeter meter, TimeProvider time, ILogger logger)
{
    private static readonly TimeSpan FirstPause = TimeSpan.FromMilliseconds(500);
    private static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(10);

    private readonly MessageWindow window = new();
    private readonly ICallIdentities identities = identity.NewReader();
    private long seenWritten = time.GetTimestamp();
    private long busySince;
    private int lastRows;
    private long lastReceived;

    /// <summary>Up to here everything is stored.</summary>
    public long Position => progress.Position(partition);

    /// <summary>For how long the oldest call that is not stored has waited, at most; zero when all are.</summary>
    public TimeSpan Lag
    {
        get
        {
            if (log.LastPosition(partition) <= Position)
            {
                return TimeSpan.Zero;
            }

            // It was received after the last that is stored, and waits at most since there was something to do.
            var now = time.GetUtcNow();
            var since = Math.Max(Interlocked.Read(ref busySince), Interlocked.Read(ref lastReceived));
            return since == 0 || now.UtcTicks < since ? TimeSpan.Zero : TimeSpan.FromTicks(now.UtcTicks - since);
        }
    }

    /// <summary>Runs until it is told to stop; whatever fails is tried again.</summary>
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        var standing = await TryAsync(() => RestoreAsync(cancellationToken), cancellationToken);
        progress.Restored(partition, standing.Begun?.Last ?? standing.Position);
        await TryAsync(() => SeeAgainAsync(standing, cancellationToken).AsResult(), cancellationToken);
        if (standing.Begun is { } begun)
        {
            // Also in a pause: whoever asked for it from the start waits for this to be whole.
            await ProcessAsync(begun.Last, isBegun: true, cancellationToken);
        }

        progress.Whole(partition);

        while (true)
        {
            var isIdle = log.LastPosition(partition) <= Position;
            await log.WaitAsync(partition, Position, cancellationToken);
            if (isIdle)
            {
                Interlocked.Exchange(ref busySince, time.GetUtcNow().UtcTicks);
            }

            await Task.Delay(lastRows < options.FewRows ? options.ShortGathering : options.Gathering, time, cancellationToken);
            await GiveWayAsync(cancellationToken);
            await membership.WaitAsync(partition, Position, cancellationToken);
            using var batchAtHand = await breaks.EnterAsync(cancellationToken);
            await ProcessAsync(membership.Position(partition), isBegun: false, cancellationToken);
        }
    }

    // While senders wait until their calls are durable, more calls are gathered: the batch is larger then, and the disk and the processors are theirs meanwhile.
    private async Task GiveWayAsync(CancellationToken cancellationToken)
    {
        for (var left = options.LongestGathering; left > TimeSpan.Zero && log.QueuedBytes > 0; left -= options.ShortGathering)
        {
            await Task.Delay(options.ShortGathering, time, cancellationToken);
        }
    }

    private async Task<PartitionProgress> RestoreAsync(CancellationToken cancellationToken)
    {
        var standing = await state.LoadAsync(partition, cancellationToken);
        await foreach (var messages in state.LoadMessagesAsync(partition, cancellationToken))
        {
            foreach (var message in messages)
            {
                window.Add(message);
            }
        }

        progress.MoveTo(partition, standing.Position);
        return standing;
    }

    /// <summary>Takes the next range.</summary>
    /// <param name="through">Its end at most.</param>
    /// <param name="isBegun">Whether it was begun before, for then it must be the same; otherwise what fits decides.</param>
    /// <param name="cancellationToken">Stops between two steps.</param>
    private async Task ProcessAsync(long through, bool isBegun, CancellationToken cancellationToken)
    {
        var records = await TryAsync(
            () => log.ReadAsync(partition, Position, through, isBegun ? long.MaxValue : options.BatchBytes, cancellationToken), cancellationToken);
        if (records.Count == 0)
        {
            return;
        }

        // Read once: the window has taken the messages in, and a second try must come to the same batch.
        var batch = StoreBatch.Of(partition, records, window, identities);
        if (!isBegun)
        {
            await TryAsync(() => state.BeginAsync(partition, batch.Range, cancellationToken).AsResult(), cancellationToken);
        }

        await TryAsync(() => LinkAsync(batch, cancellationToken).AsResult(), cancellationToken);
        meter.Resolved(batch);
        var started = time.GetTimestamp();
        var again = isBegun;
        await TryAsync(
            () =>
            {
                var storing = store.StoreAsync(batch, again, cancellationToken);
                again = true;
                return storing.AsResult();
            },
            cancellationToken);
        await TryAsync(() => membership.FlushAsync(cancellationToken).AsResult(), cancellationToken);
        meter.Stored(batch, time.GetElapsedTime(started), time.GetUtcNow());
        var isSeenDue = IsSeenDue(batch);
        if (isSeenDue)
        {
            await TryAsync(() => profiles.WriteSeenAsync(partition, cancellationToken).AsResult(), cancellationToken);
            seenWritten = time.GetTimestamp();
        }

        await TryAsync(
            () => state.CompleteAsync(partition, batch.Range, batch.Messages, MessageWindow.Kept, isSeenDue, cancellationToken).AsResult(), cancellationToken);
        progress.MoveTo(partition, batch.Range.Last);
        lastRows = batch.Calls.Count;
        if (batch.Calls.Count > 0)
        {
            Interlocked.Exchange(ref lastReceived, batch.Calls[^1].Call.ReceivedAt.UtcTicks);
        }
    }

    /// <summary>
    /// Whether the engine is to be told now when customers were last seen: at once when no further calls wait, for nobody else would do it; otherwise a few seconds later, since
    /// customers who do much are heard of in every batch.
    /// </summary>
    private bool IsSeenDue(StoreBatch batch) =>
        log.LastPosition(partition) <= batch.Range.Last || time.GetElapsedTime(seenWritten) >= options.SeenEvery || profiles.WaitingOf(partition) > options.MostWaitingSeen;

    // What was stored before a crash, and not yet when the customers were last seen.
    private async Task SeeAgainAsync(PartitionProgress standing, CancellationToken cancellationToken)
    {
        var position = standing.SeenThrough;
        while (position < standing.Position)
        {
            var records = await log.ReadAsync(partition, position, standing.Position, options.BatchBytes, cancellationToken);
            if (records.Count == 0)
            {
                return;
            }

            var calls = records.Select(record => new TrackingRecord(record.Bytes)).Where(call => call.Type is not (CallType.Rejected or CallType.Erased));
            await profiles.SeeAgainAsync(
                partition,
                calls.Select(call => (call.Workspace, Owner: identities.Of(call).Owner)).Where(call => call.Owner is not null).Select(call => (call.Workspace, call.Owner!.Id)),
                cancellationToken);
            position = records[^1].Position;
        }
    }

    private async Task LinkAsync(StoreBatch batch, CancellationToken cancellationToken)
    {
        foreach (var workspace in batch.Calls.Where(assigned => assigned.Identity.Links.Count > 0).GroupBy(assigned => assigned.Call.Workspace, StringComparer.Ordinal))
        {
            await identity.LinkAsync(new WorkspaceKey(workspace.Key), [.. workspace.SelectMany(assigned => assigned.Identity.Links)], cancellationToken);
        }
    }

    private async Task<T> TryAsync<T>(Func<Task<T>> step, CancellationToken cancellationToken)
    {
        for (var pause = FirstPause; ; pause = pause * 2 < LongestPause ? pause * 2 : LongestPause)
        {
            try
            {
                return await step();
            }
            catch (Exception failure) when (!cancellationToken.IsCancellationRequested)
            {
                meter.Failed();
                logger.LogWarning(failure, "Partition {Partition} of the event log waits at position {Position} and tries again", partition, Position);
                await Task.Delay(pause, time, cancellationToken);
            }
        }
    }
}
