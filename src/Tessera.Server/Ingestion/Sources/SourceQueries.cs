using Tessera.ClickHouse;
using Tessera.Domain;

namespace Tessera.Server.Ingestion.Sources;

/// <summary>Asks the engine what sources have sent.</summary>
internal sealed class SourceQueries(ClickHouseClient engine)
{
    private static readonly Statement Volumes = new(
        "SELECT source, toInt64(count()) AS calls, max(received_at) AS last_received_at FROM events WHERE workspace = {workspace:String} GROUP BY source");

    private static readonly Statement Events = new(
        """
        SELECT DISTINCT multiIf(type = 'page', 'Page Viewed', type = 'screen', 'Screen Viewed', name) AS event
        FROM events
        WHERE workspace = {workspace:String} AND source = {source:String} AND type IN ('track', 'page', 'screen')
        """);

    /// <summary>How much each source sent.</summary>
    public async Task<IReadOnlyDictionary<string, SourceVolume>> VolumesAsync(WorkspaceKey workspace, CancellationToken cancellationToken) =>
        (await engine.ListAsync<SourceVolume>(Volumes.With("workspace", workspace.Value), cancellationToken))
            .ToDictionary(volume => volume.Source, StringComparer.Ordinal);

    /// <summary>The names of the events that a source sent, as the segment language names them.</summary>
    public async Task<IReadOnlySet<string>> EventsAsync(WorkspaceKey workspace, string source, CancellationToken cancellationToken) =>
        (await engine.ListAsync<string>(Events.With("workspace", workspace.Value).With("source", source), cancellationToken)).ToHashSet(StringComparer.Ordinal);
}

/// <summary>How much a source sent.</summary>
internal sealed record SourceVolume(string Source, long Calls, DateTimeOffset LastReceivedAt);
