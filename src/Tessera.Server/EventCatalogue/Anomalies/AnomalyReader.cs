using System.Collections.Concurrent;
using Tessera.ClickHouse;
using Tessera.Domain;
using Tessera.Server.EventCatalogue.Learned;
using Tessera.Server.Hosting;

namespace Tessera.Server.EventCatalogue.Anomalies;

/// <summary>Looks for odd hours among the last whole ones; what was found is kept until the next hour begins.</summary>
internal sealed class AnomalyReader(ClickHouseClient engine, EventVolumes volumes, TimeProvider time)
{
    /// <summary>Calls may come a little late; an hour is judged only then.</summary>
    private static readonly TimeSpan Late = TimeSpan.FromMinutes(5);
    private static readonly Statement Hourly = new(EmbeddedSql.Read("EventCatalogue/Anomalies/HourlyVolumes.sql"));

    private readonly ConcurrentDictionary<WorkspaceKey, (DateTimeOffset Until, IReadOnlyList<VolumeAnomaly> Found)> kept = new();

    /// <summary>The odd hours of the last two days, the latest first.</summary>
    public async Task<IReadOnlyList<VolumeAnomaly>> ReadAsync(WorkspaceKey workspace, CancellationToken cancellationToken)
    {
        var settled = time.GetUtcNow() - Late;
        var until = new DateTimeOffset(settled.Year, settled.Month, settled.Day, settled.Hour, 0, 0, TimeSpan.Zero);
        if (kept.TryGetValue(workspace, out var entry) && entry.Until == until)
        {
            return entry.Found;
        }

        var since = until.AddHours(-VolumeBaseline.Hours);
        var firstSeen = (await volumes.ListAsync(workspace, cancellationToken)).ToDictionary(volume => volume.Event, volume => volume.FirstSeen, StringComparer.Ordinal);
        var hourly = await engine.ListAsync<(string Event, DateTimeOffset Hour, long Calls)>(
            Hourly.With("workspace", workspace.Value).With("since", since).With("until", until), cancellationToken);
        var found = hourly.GroupBy(row => row.Event, StringComparer.Ordinal)
            .Where(rows => firstSeen.ContainsKey(rows.Key))
            .SelectMany(rows => VolumeBaseline.Find(rows.Key, since, Fill(rows, since), firstSeen[rows.Key]))
            .OrderByDescending(anomaly => anomaly.To).ThenBy(anomaly => anomaly.Event, StringComparer.Ordinal)
            .ToList();
        kept[workspace] = (until, found);
        return found;
    }

    private static long[] Fill(IEnumerable<(string Event, DateTimeOffset Hour, long Calls)> rows, DateTimeOffset since)
    {
        var calls = new long[VolumeBaseline.Hours];
        foreach (var row in rows)
        {
            calls[(int)(row.Hour - since).TotalHours] = row.Calls;
        }

        return calls;
    }
}
