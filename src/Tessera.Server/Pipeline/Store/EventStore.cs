using System.Text;
using Tessera.ClickHouse;
using Tessera.Domain;
using Tessera.Server.Imports.Contracts;
using Tessera.Server.Ingestion.Contracts;
using Tessera.Server.Pipeline.Contracts;
using Tessera.Server.Profiles.Contracts;

namespace Tessera.Server.Pipeline.Store;

/// <summary>Puts batches into the engine, each once however often it is told to.</summary>
/// <remarks>
/// What is stored again is first looked for. The engine's own deduplication by token would not do: it notes a block before the block is there, so
/// an engine killed in between takes the second try for done, and the block is lost.
/// </remarks>
internal sealed class EventStore(ClickHouseClient client, IOrderCalls orders, ProfileStore profiles, IDerivedRows derived, IProfileNotices notices)
{
    private const string Events = "events";
    private const string RejectedEvents = "rejected_events";
    private const int OrdersPerQuestion = 500;

    private static readonly Statement StoredCalls = new(
        """
        SELECT workspace, message_id
        FROM events
        WHERE time BETWEEN {first:DateTime64(6, 'UTC')} AND {last:DateTime64(6, 'UTC')}
            AND received_at BETWEEN {first_received:DateTime64(6, 'UTC')} AND {last_received:DateTime64(6, 'UTC')}
        """);

    private static readonly Statement StoredRefusals = new(
        "SELECT log_position FROM rejected_events WHERE log_partition = {partition:UInt16} AND log_position BETWEEN {first:UInt64} AND {last:UInt64}");

    /// <summary>A batch of history may touch every month there is. Without a token, an insert is not sent twice by itself.</summary>
    private static readonly InsertOptions Options = new() { Settings = new Dictionary<string, string>(StringComparer.Ordinal) { ["max_partitions_per_insert_block"] = "0" } };

    /// <summary>Stores a batch; when this returns it is durable.</summary>
    /// <param name="batch">The batch.</param>
    /// <param name="again">Whether it may have been stored before, in whole or in part.</param>
    /// <param name="cancellationToken">Gives up; storing again finishes.</param>
    public async Task StoreAsync(StoreBatch batch, bool again, CancellationToken cancellationToken)
    {
        try
        {
            await StoreRowsAsync(batch, again, cancellationToken);
        }
        finally
        {
            // Also of what failed half-way some can be read.
            foreach (var workspace in batch.Calls.Where(assigned => assigned.NodeId != Guid.Empty).GroupBy(assigned => assigned.Call.Workspace, StringComparer.Ordinal))
            {
                notices.Changed(new WorkspaceKey(workspace.Key), workspace.Select(assigned => assigned.NodeId));
            }
        }
    }

    private async Task StoreRowsAsync(StoreBatch batch, bool again, CancellationToken cancellationToken)
    {
        IReadOnlyList<EventRow> all = [.. batch.EventRows()];
        var calls = all;
        var rejected = batch.Rejected;
        if (again && calls.Count > 0)
        {
            var stored = await client.ListAsync<(string Workspace, string MessageId)>(
                StoredCalls
                    .With("first", calls.Min(call => call.Time))
                    .With("last", calls.Max(call => call.Time))
                    .With("first_received", calls.Min(call => call.ReceivedAt))
                    .With("last_received", calls.Max(call => call.ReceivedAt)),
                cancellationToken);
            var known = stored.ToHashSet();
            calls = [.. calls.Where(call => !known.Contains((call.Workspace, call.MessageId)))];
        }

        if (again && rejected.Count > 0)
        {
            var stored = await client.ListAsync<ulong>(
                StoredRefusals.With("partition", (ushort)batch.Partition).With("first", (ulong)batch.Range.First).With("last", (ulong)batch.Range.Last),
                cancellationToken);
            var known = stored.ToHashSet();
            rejected = [.. rejected.Where(refusal => !known.Contains(refusal.LogPosition))];
        }

        if (calls.Count > 0)
        {
            await client.InsertAsync(Events, calls, Options, cancellationToken);
        }

        if (again)
        {
            await derived.RefillAsync(DerivedRows.Of(all), cancellationToken);
        }

        if (rejected.Count > 0)
        {
            await client.InsertAsync(RejectedEvents, rejected, Options, cancellationToken);
        }

        await StoreOrdersAsync(batch, cancellationToken);
        await profiles.StoreAsync(batch, again, cancellationToken);
    }

    private async Task StoreOrdersAsync(StoreBatch batch, CancellationToken cancellationToken)
    {
        var calls = batch.Calls.Where(assigned => assigned.Call.Type == CallType.Track && orders.IsOrder(assigned.Call.Name));
        foreach (var workspace in calls.GroupBy(assigned => assigned.Call.Workspace, StringComparer.Ordinal))
        {
            foreach (var some in workspace.Select(Order).Chunk(OrdersPerQuestion))
            {
                await orders.StoreAsync(new WorkspaceKey(workspace.Key), some, cancellationToken);
            }
        }
    }

    private static OrderCall Order(AssignedCall assigned) => new(
        assigned.NodeId,
        assigned.Identifier,
        assigned.Call.Time,
        assigned.Call.ReceivedAt,
        assigned.Call.MessageId,
        assigned.Call.Name,
        assigned.Call.Properties.IsEmpty ? "{}" : Encoding.UTF8.GetString(assigned.Call.Properties.Span));
}
