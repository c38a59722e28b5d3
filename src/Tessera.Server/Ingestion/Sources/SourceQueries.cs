using Tessera.ClickHouse;
using Tessera.Domain;

namespace Tessera.Server.Ingestion.Sources;

/// <summary>Asks the engine what sources have sent.</summary>
internal sealed class SourceQueries(ClickHouseClient engine)
{
    private static readonly Statement Volumes = new(
        "SELECT source, toInt64(count()) AS calls, max(received_at) AS last_received_at FROM events WHERE workspace = {workspace:String} GROUP BY source");

    private static readonly Statement Kinds = new(
        """
        SELECT DISTINCT type AS type, multiIf(type = 'page', 'Page Viewed', type = 'screen', 'Screen Viewed', type = 'track', name, '') AS event
        FROM events
        WHERE workspace = {workspace:String} AND source = {source:String}
        """);

    /// <summary>How much each source sent.</summary>
    public async Task<IReadOnlyDictionary<string, SourceVolume>> VolumesAsync(WorkspaceKey workspace, CancellationToken cancellationToken) =>
        (await engine.ListAsync<SourceVolume>(Volumes.With("workspace", workspace.Value), cancellationToken))
            .ToDictionary(volume => volume.Source, StringComparer.Ordinal);

    /// <summary>What kinds of calls a source sent.</summary>
    public async Task<SourceContent> ContentAsync(WorkspaceKey workspace, string source, CancellationToken cancellationToken)
    {
        var kinds = await engine.ListAsync<SentKind>(Kinds.With("workspace", workspace.Value).With("source", source), cancellationToken);
        return new SourceContent(
            kinds.Where(kind => kind.Event.Length > 0).Select(kind => kind.Event).ToHashSet(StringComparer.Ordinal),
            kinds.Exists(kind => kind.Type == "identify"),
            kinds.Exists(kind => kind.Type == "group"),
            kinds.Count > 0);
    }

    private sealed record SentKind(string Type, string Event);
}

/// <summary>How much a source sent.</summary>
internal sealed record SourceVolume(string Source, long Calls, DateTimeOffset LastReceivedAt);
