using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Tessera.ClickHouse;
using Tessera.Domain;
using Tessera.Server.Imports.Contracts;
using Tessera.Server.Ingestion.Contracts;

namespace Tessera.Server.Pipeline.Store;

/// <summary>Puts batches into the engine, each once however often it is told to.</summary>
internal sealed class EventStore(ClickHouseClient client, IOrderCalls orders, ProfileStore profiles)
{
    private const string Events = "events";
    private const string RejectedEvents = "rejected_events";

    /// <summary>A batch of history may touch every month there is.</summary>
    private static readonly Dictionary<string, string> Settings = new(StringComparer.Ordinal) { ["max_partitions_per_insert_block"] = "0" };

    /// <summary>Stores a batch; when this returns it is durable.</summary>
    /// <param name="stateId">Whose range it is.</param>
    /// <param name="batch">The batch.</param>
    /// <param name="cancellationToken">Gives up; storing again finishes.</param>
    public async Task StoreAsync(string stateId, StoreBatch batch, CancellationToken cancellationToken)
    {
        var options = new InsertOptions
        {
            DeduplicationToken = string.Create(CultureInfo.InvariantCulture, $"{stateId}-{batch.Partition}-{batch.Range.First}-{batch.Range.Last}"),
            Settings = Settings,
        };
        if (batch.Calls.Count > 0)
        {
            await client.InsertAsync(Events, batch.EventRows(), options, cancellationToken);
        }

        if (batch.Rejected.Count > 0)
        {
            await client.InsertAsync(RejectedEvents, batch.Rejected, options, cancellationToken);
        }

        await StoreOrdersAsync(options.DeduplicationToken, batch, cancellationToken);
        await profiles.StoreAsync(batch, cancellationToken);
    }

    private async Task StoreOrdersAsync(string token, StoreBatch batch, CancellationToken cancellationToken)
    {
        var calls = batch.Calls.Where(assigned => assigned.Call.Type == CallType.Track && orders.IsOrder(assigned.Call.Name));
        foreach (var workspace in calls.GroupBy(assigned => assigned.Call.Workspace, StringComparer.Ordinal))
        {
            // The name of the part is made of the range's, so that a second try finds what a first one left.
            var part = new Guid(SHA256.HashData(Encoding.UTF8.GetBytes($"{token}-{workspace.Key}")).AsSpan(0, 16));
            await orders.StoreAsync(new WorkspaceKey(workspace.Key), part, [.. workspace.Select(Order)], cancellationToken);
        }
    }

    private static OrderCall Order(AssignedCall assigned) => new(
        assigned.ProfileId,
        assigned.Identifier,
        assigned.Call.Time,
        assigned.Call.ReceivedAt,
        assigned.Call.MessageId,
        assigned.Call.Name,
        assigned.Call.Properties.IsEmpty ? "{}" : Encoding.UTF8.GetString(assigned.Call.Properties.Span));
}
