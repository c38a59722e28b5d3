using Tessera.Domain;
using Tessera.Server.Identity.Contracts;
using Tessera.Server.Ingestion.Contracts;
using Tessera.Server.Pipeline.Contracts;
using Tessera.Server.Pipeline.State;

namespace Tessera.Server.Pipeline.Store;

/// <summary>What one range of one partition comes to: the same range and window give the same batch, so it can be stored again.</summary>
/// <param name="Partition">The partition.</param>
/// <param name="Range">The range.</param>
/// <param name="Calls">The calls that are new, in order, with what they say of who made them.</param>
/// <param name="Rejected">The refusals, in order.</param>
/// <param name="Messages">The ids of the calls.</param>
/// <param name="Duplicates">How many calls had been seen before.</param>
internal sealed record StoreBatch(
    int Partition,
    LogRange Range,
    IReadOnlyList<AssignedCall> Calls,
    IReadOnlyList<RejectedRow> Rejected,
    IReadOnlyCollection<UInt128> Messages,
    int Duplicates)
{
    private static readonly byte[] EmptyObject = "{}"u8.ToArray();

    /// <summary>Reads records and leaves out what the window knows.</summary>
    public static StoreBatch Of(int partition, IReadOnlyList<LogRecord> records, MessageWindow window, ICallIdentities identities)
    {
        List<AssignedCall> calls = [];
        List<RejectedRow> rejected = [];
        List<UInt128> messages = [];
        var erased = 0;
        foreach (var record in records)
        {
            var call = new TrackingRecord(record.Bytes);
            if (call.Type == CallType.Rejected)
            {
                rejected.Add(new RejectedRow(
                    call.Workspace, call.ReceivedAt, call.Source, (ushort)partition, (ulong)record.Position, call.Reason, call.Field, call.Json.ToArray()));
                continue;
            }

            if (call.Type == CallType.Erased)
            {
                erased++;
                continue;
            }

            var message = MessageWindow.IdOf(call.Workspace, call.MessageId);
            if (window.Add(message))
            {
                messages.Add(message);
                calls.Add(new AssignedCall(call, identities.Of(call)));
            }
        }

        var range = new LogRange(records[0].Position, records[^1].Position);
        return new StoreBatch(partition, range, calls, rejected, messages, records.Count - rejected.Count - calls.Count - erased);
    }

    /// <summary>The rows for <c>events</c>.</summary>
    public IEnumerable<EventRow> EventRows() => Calls.Select(assigned => new EventRow(
        assigned.Call.Workspace,
        assigned.NodeId,
        assigned.Call.Time,
        assigned.Call.MessageId,
        CallTypes.NameOf(assigned.Call.Type),
        assigned.Call.Name,
        assigned.Call.UserId,
        assigned.Call.AnonymousId,
        assigned.Call.Type == CallType.Group ? assigned.Call.OtherId : string.Empty,
        assigned.Call.Type == CallType.Alias ? assigned.Call.OtherId : string.Empty,
        assigned.Call.Properties.IsEmpty ? EmptyObject : assigned.Call.Properties.ToArray(),
        CallContext.Of(assigned.Call),
        assigned.Call.ReceivedAt,
        Guid.Empty,
        assigned.Call.Source));
}

/// <summary>A call and whose it is.</summary>
/// <param name="Call">The call.</param>
/// <param name="Identity">What it says of who made it.</param>
internal sealed record AssignedCall(TrackingRecord Call, CallIdentity Identity)
{
    /// <summary>The id of the identifier that decides, under which the call is stored; the zero UUID when the call says nothing of who made it.</summary>
    public Guid NodeId => Identity.Owner?.Id ?? Guid.Empty;

    /// <summary>The identifier that decides, or else one that says nothing.</summary>
    public Identifier Identifier => Identity.Owner?.Identifier
        ?? (Call.UserId.Length > 0 ? new Identifier(IdentifierKinds.UserId, Call.UserId) : new Identifier(IdentifierKinds.AnonymousId, Call.AnonymousId));
}
