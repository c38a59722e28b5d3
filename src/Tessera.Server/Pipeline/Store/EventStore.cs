using System.Globalization;
using Tessera.ClickHouse;

namespace Tessera.Server.Pipeline.Store;

/// <summary>Puts batches into the engine, each once however often it is told to.</summary>
internal sealed class EventStore(ClickHouseClient client, ProfileStore profiles)
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

        await profiles.StoreAsync(batch, cancellationToken);
    }
}
