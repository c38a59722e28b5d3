using System.Runtime.InteropServices;
using Tessera.Server.Identity.Contracts;
using Tessera.Server.Ingestion.Contracts;
using Tessera.Server.Pipeline.Contracts;
using Tessera.Server.Segments.Live.Storage;

namespace Tessera.Server.Segments.Live;

/// <summary>Takes calls from the log as soon as they are durable, and leaves out those that were sent before. For one thread.</summary>
internal sealed class LiveIntake(IEventLog log, IStoredMessages stored, StoreProgress progress, ICallIdentities identities, int kept = MessageWindow.Kept)
{
    private const long BytesAtOnce = 1 << 20;
    private const long BytesAtOnceWhenReplaying = 16 << 20;

    private readonly MessageWindow[] windows = [.. Enumerable.Range(0, log.Partitions).Select(_ => new MessageWindow(kept))];
    private readonly Task<long>?[] news = new Task<long>?[log.Partitions];
    private long[] positions = new long[log.Partitions];

    /// <summary>Up to where calls were taken.</summary>
    public long[] Positions => [.. positions];

    /// <summary>How many records were taken since this was made.</summary>
    public long Taken { get; private set; }

    /// <summary>Whether there is something to take.</summary>
    public bool HasNews => positions.Index().Any(partition => log.LastPosition(partition.Index) > partition.Item);

    /// <summary>Whether these positions can be of this log and of what is stored of it.</summary>
    public bool CanBeAt(IReadOnlyList<long> at) =>
        at.Count == log.Partitions && at.Index().All(partition => partition.Item <= log.LastPosition(partition.Index) && partition.Item >= progress.Position(partition.Index));

    /// <summary>Whether the log has everything still that came after positions.</summary>
    public async Task<bool> CanReadAfterAsync(IReadOnlyList<long> from, CancellationToken cancellationToken)
    {
        for (var partition = 0; partition < log.Partitions; partition++)
        {
            var after = from[partition];
            if (after < log.LastPosition(partition)
                && (await log.ReadAsync(partition, after, after + 1, bytes: 1, cancellationToken) is not { Count: > 0 } next || next[0].Position != after + 1))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>Takes up again where it was left.</summary>
    /// <param name="from">The first calls after these positions are to be taken into account again.</param>
    /// <param name="through">Up to here calls were taken.</param>
    /// <param name="duplicates">Those of them that were sent before.</param>
    /// <param name="again">Told of each call between the two that was not.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public async Task RestoreAsync(long[] from, long[] through, IReadOnlySet<LogPlace> duplicates, Action<LiveIncoming> again, CancellationToken cancellationToken)
    {
        for (var partition = 0; partition < log.Partitions; partition++)
        {
            windows[partition] = new MessageWindow(kept);
            var window = windows[partition];

            // Asked for first: what is stored meanwhile is in the log too.
            var known = progress.Position(partition);
            var after = Math.Min(from[partition], known);
            await foreach (var messages in stored.LoadAsync(partition, cancellationToken))
            {
                Array.ForEach(messages, message => window.Add(message));
            }

            while (after < through[partition]
                && await log.ReadAsync(partition, after, through[partition], BytesAtOnceWhenReplaying, cancellationToken) is { Count: > 0 } records)
            {
                foreach (var record in records)
                {
                    var call = new TrackingRecord(record.Bytes);
                    if (call.Type is CallType.Rejected or CallType.Erased)
                    {
                        continue;
                    }

                    if (record.Position > known)
                    {
                        window.Add(MessageWindow.IdOf(call.Workspace, call.MessageId));
                    }

                    var place = new LogPlace(partition, record.Position);
                    if (record.Position > from[partition] && !duplicates.Contains(place))
                    {
                        again(new LiveIncoming(call, identities.Of(call), place, record.Bytes));
                    }
                }

                after = records[^1].Position;
            }
        }

        positions = [.. through];
    }

    /// <summary>Takes what there is now.</summary>
    /// <param name="duplicates">Gets the places of calls that were sent before.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public async Task<IReadOnlyList<LiveIncoming>> TakeAsync(List<LogPlace> duplicates, CancellationToken cancellationToken)
    {
        List<LiveIncoming> calls = [];
        for (var partition = 0; partition < log.Partitions; partition++)
        {
            if (log.LastPosition(partition) <= positions[partition])
            {
                continue;
            }

            foreach (var record in await log.ReadAsync(partition, positions[partition], long.MaxValue, BytesAtOnce, cancellationToken))
            {
                positions[partition] = record.Position;
                Taken++;
                var call = new TrackingRecord(record.Bytes);
                if (call.Type is CallType.Rejected or CallType.Erased)
                {
                    continue;
                }

                if (windows[partition].Add(MessageWindow.IdOf(call.Workspace, call.MessageId)))
                {
                    calls.Add(new LiveIncoming(call, identities.Of(call), new LogPlace(partition, record.Position), record.Bytes));
                }
                else
                {
                    duplicates.Add(new LogPlace(partition, record.Position));
                }
            }
        }

        return calls;
    }

    /// <summary>Completes when there is something to take.</summary>
    public Task NewsAsync(CancellationToken cancellationToken)
    {
        for (var partition = 0; partition < news.Length; partition++)
        {
            if (news[partition] is null or { IsCompleted: true })
            {
                news[partition] = log.WaitAsync(partition, positions[partition], cancellationToken).AsTask();
            }
        }

        return Task.WhenAny(news!);
    }
}

/// <summary>A call that is new.</summary>
/// <param name="Call">The call.</param>
/// <param name="Identity">What it says of who made it.</param>
/// <param name="Place">Where it stands in the log.</param>
/// <param name="Bytes">The record; with many others in memory until all of them are let go.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct LiveIncoming(TrackingRecord Call, CallIdentity Identity, LogPlace Place, ReadOnlyMemory<byte> Bytes);
