using System.Collections.Concurrent;
using Tessera.ClickHouse;
using Tessera.Domain;
using Tessera.Server.Hosting;

namespace Tessera.Server.EventCatalogue.Learned;

/// <summary>Asks the engine how often events happened; the answer for a workspace is kept for a minute.</summary>
internal sealed class EventVolumes(ClickHouseClient engine, TimeProvider time)
{
    /// <summary>How many days back days are told apart, today being the last of them.</summary>
    public const int Days = 30;

    /// <summary>How many events are listed: a sender that puts ids into names makes more than anybody reads.</summary>
    public const int MostListed = 5000;

    private static readonly TimeSpan Life = TimeSpan.FromMinutes(1);
    private static readonly Statement Volumes = new(EmbeddedSql.Read("EventCatalogue/Learned/EventVolumes.sql"));
    private static readonly Statement ByDay = new(EmbeddedSql.Read("EventCatalogue/Learned/EventDays.sql"));
    private static readonly Statement ByVersion = new(EmbeddedSql.Read("EventCatalogue/Learned/EventVersions.sql"));

    private readonly ConcurrentDictionary<WorkspaceKey, (long At, IReadOnlyList<EventVolume> Volumes)> kept = new();

    /// <summary>The events, the most frequent first, up to <see cref="MostListed"/>.</summary>
    public async Task<IReadOnlyList<EventVolume>> ListAsync(WorkspaceKey workspace, CancellationToken cancellationToken)
    {
        if (kept.TryGetValue(workspace, out var entry) && time.GetElapsedTime(entry.At) < Life)
        {
            return entry.Volumes;
        }

        var asked = time.GetTimestamp();
        var volumes = await AskAsync(workspace, only: string.Empty, cancellationToken);
        kept[workspace] = (asked, volumes);
        return volumes;
    }

    /// <summary>One event; null when it was never received.</summary>
    public async Task<EventVolume?> FindAsync(WorkspaceKey workspace, string name, CancellationToken cancellationToken)
    {
        var listed = await ListAsync(workspace, cancellationToken);
        return listed.FirstOrDefault(volume => volume.Event == name)
            ?? (listed.Count < MostListed || name.Length == 0 ? null : (await AskAsync(workspace, name, cancellationToken)).FirstOrDefault());
    }

    /// <summary>How often an event happened on each of the last days.</summary>
    public Task<List<EventDay>> DaysAsync(WorkspaceKey workspace, string name, CancellationToken cancellationToken) =>
        engine.ListAsync<EventDay>(Of(ByDay, workspace, name), cancellationToken);

    /// <summary>Who sent an event in those days.</summary>
    public Task<List<EventVersion>> VersionsAsync(WorkspaceKey workspace, string name, CancellationToken cancellationToken) =>
        engine.ListAsync<EventVersion>(Of(ByVersion, workspace, name), cancellationToken);

    private Task<List<EventVolume>> AskAsync(WorkspaceKey workspace, string only, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        return engine.ListAsync<EventVolume>(
            Volumes.With("workspace", workspace.Value).With("only", only).With("now", now).With("day_ago", now.AddDays(-1)).With("most", MostListed)
                .With("days", Days).With("first_day", DateOnly.FromDateTime(now.UtcDateTime).AddDays(1 - Days)),
            cancellationToken);
    }

    private Statement Of(Statement statement, WorkspaceKey workspace, string name) =>
        statement.With("workspace", workspace.Value).With("event", name).With("since", time.GetUtcNow().AddDays(-Days));
}

/// <summary>An event and how often it happened.</summary>
internal sealed record EventVolume(string Event, long Calls, long CallsOfLastDay, long[] CallsByDay, DateTimeOffset FirstSeen, DateTimeOffset LastSeen, string[] Sources);
