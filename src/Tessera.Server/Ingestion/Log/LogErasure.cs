using Tessera.Server.Identity.Contracts;
using Tessera.Server.Ingestion.Contracts;
using Tessera.Server.Privacy.Contracts;

namespace Tessera.Server.Ingestion.Log;

/// <summary>Takes a person's calls out of the log; their positions stay, so that it can be replayed as before.</summary>
internal sealed class LogErasure(IEventLog log, ICustomerIdentity identity) : IErasable
{
    private (Guid Profile, DateTimeOffset RequestedAt) last;
    private long[] done = [];

    public ErasureStage Stage => ErasureStage.Log;

    public async Task EraseAsync(ErasedPerson person, CancellationToken cancellationToken)
    {
        var reader = identity.NewReader();
        var nodes = person.Nodes.ToHashSet();
        if (last != (person.ProfileId, person.RequestedAt))
        {
            (last, done) = ((person.ProfileId, person.RequestedAt), new long[log.Partitions]);
        }

        // The second time only what was on its way into the log the first time.
        for (var partition = 0; partition < log.Partitions; partition++)
        {
            var through = log.LastPosition(partition);
            await log.ReplaceAsync(partition, done[partition], through, bytes => Replacement(bytes, person, nodes, reader), cancellationToken);
            done[partition] = through;
        }
    }

    private static byte[]? Replacement(ReadOnlyMemory<byte> bytes, ErasedPerson person, HashSet<Guid> nodes, ICallIdentities reader)
    {
        var record = new TrackingRecord(bytes);
        var isTheirs = record.Workspace == person.Workspace.Value && record.ReceivedAt <= person.RequestedAt && record.Type switch
        {
            CallType.Erased => false,
            CallType.Rejected => person.IsNamedIn(record.Json.Span),
            _ => reader.Of(record).Owner is { } owner && nodes.Contains(owner.Id),
        };
        return isTheirs ? TrackingRecord.ErasedOf(record) : null;
    }
}
