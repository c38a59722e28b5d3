using System.Globalization;
using System.Text.Json;
using Dapper;
using Tessera.Domain;
using Tessera.Server.Hosting;

namespace Tessera.Server.EventCatalogue.Plans;

/// <summary>What did not keep to the plans, in metadata, together with how far the log was compared: each call counts once, through any crash.</summary>
internal sealed class ViolationStore(MetadataDatabase metadata, TimeProvider time)
{
    /// <summary>How long violations are kept.</summary>
    private const int Days = 30;

    /// <summary>So many different ones are kept of a workspace and a day; of more, only those that are known go on counting.</summary>
    private const int MostOfADay = 5000;

    private const int MostShown = 500;

    /// <summary>How far a partition of a log was compared; null when it never was.</summary>
    public async Task<long?> PositionAsync(string log, int partition, CancellationToken cancellationToken)
    {
        await using var connection = await metadata.OpenAsync(cancellationToken);
        return await connection.ExecuteScalarAsync<long?>(
            "SELECT position FROM plan_positions WHERE log = @Log AND partition = @Partition", new { Log = log, Partition = partition });
    }

    /// <summary>Adds what was found up to a position, in one transaction.</summary>
    public async Task AddAsync(string log, int partition, long position, ViolationTally tally, CancellationToken cancellationToken)
    {
        await using var connection = await metadata.OpenAsync(cancellationToken);
        await using var transaction = connection.BeginTransaction();
        foreach (var (key, found) in tally.Counts)
        {
            await connection.ExecuteAsync(
                """
                INSERT INTO plan_violations (workspace, day, event, source, app_version, kind, path, count, first_at, last_at, expected, seen, message_id)
                SELECT @Workspace, @Day, @Event, @Source, @AppVersion, @Kind, @Path, @Count, @FirstAt, @LastAt, @Expected, @Seen, @MessageId
                WHERE EXISTS (SELECT 1 FROM tracking_plans WHERE workspace = @Workspace)
                    AND (SELECT count(*) FROM plan_violations WHERE workspace = @Workspace AND day = @Day) < @Most
                ON CONFLICT (workspace, day, event, source, app_version, kind, path) DO UPDATE SET
                    count = count + excluded.count, last_at = excluded.last_at, expected = excluded.expected, seen = excluded.seen, message_id = excluded.message_id
                """,
                new
                {
                    key.Workspace, Day = Text(key.Day), key.Event, key.Source, key.AppVersion, Kind = NameOf(key.Kind), key.Path,
                    found.Count, found.FirstAt, found.LastAt, found.Last.Expected, found.Last.Seen, found.MessageId, Most = MostOfADay,
                },
                transaction);
        }

        await connection.ExecuteAsync(
            """
            INSERT INTO plan_positions (log, partition, position) VALUES (@Log, @Partition, @Position)
            ON CONFLICT (log, partition) DO UPDATE SET position = excluded.position
            """,
            new { Log = log, Partition = partition, Position = position },
            transaction);
        await connection.ExecuteAsync("DELETE FROM plan_violations WHERE day < @Oldest", new { Oldest = Text(Oldest) }, transaction);
        await transaction.CommitAsync(cancellationToken);
    }

    /// <summary>What did not keep to a workspace's plan in the last 30 days, the most frequent first.</summary>
    public async Task<IReadOnlyList<PlanViolation>> ListAsync(
        WorkspaceKey workspace, string? name, string? source, string? appVersion, CancellationToken cancellationToken)
    {
        await using var connection = await metadata.OpenAsync(cancellationToken);
        var rows = await connection.QueryAsync<ViolationRow>(
            """
            WITH days AS (
                SELECT event, source, app_version, kind, path, last_at, expected, seen, message_id,
                    sum(count) OVER alike AS total, min(first_at) OVER alike AS begun, row_number() OVER (alike ORDER BY day DESC) AS place
                FROM plan_violations
                WHERE workspace = @Workspace AND day >= @Oldest
                    AND (@Name IS NULL OR event = @Name) AND (@Source IS NULL OR source = @Source) AND (@AppVersion IS NULL OR app_version = @AppVersion)
                WINDOW alike AS (PARTITION BY event, source, app_version, kind, path))
            SELECT event, source, app_version, kind, path, total AS count, begun AS first_at, last_at, expected, seen, message_id
            FROM days
            WHERE place = 1
            ORDER BY total DESC, event, path, kind, source, app_version
            LIMIT @Most
            """,
            new { Workspace = workspace.Value, Oldest = Text(Oldest), Name = name, Source = source, AppVersion = appVersion, Most = MostShown });
        return [.. rows.Select(row => new PlanViolation(
            row.Event, row.Source, row.AppVersion, KindOf(row.Kind), row.Path, row.Count, row.FirstAt, row.LastAt, row.Expected, row.Seen, row.MessageId))];
    }

    private DateOnly Oldest => DateOnly.FromDateTime(time.GetUtcNow().UtcDateTime).AddDays(-Days);

    private static string Text(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static string NameOf(PlanViolationKind kind) => JsonNamingPolicy.KebabCaseLower.ConvertName(kind.ToString());

    private static PlanViolationKind KindOf(string name) => Enum.GetValues<PlanViolationKind>().Single(kind => NameOf(kind) == name);

    // Not by constructor: SQLite knows no type of a computed column when there is no row.
    private sealed record ViolationRow
    {
        public string Event { get; init; } = string.Empty;

        public string Source { get; init; } = string.Empty;

        public string AppVersion { get; init; } = string.Empty;

        public string Kind { get; init; } = string.Empty;

        public string Path { get; init; } = string.Empty;

        public long Count { get; init; }

        public DateTimeOffset FirstAt { get; init; }

        public DateTimeOffset LastAt { get; init; }

        public string Expected { get; init; } = string.Empty;

        public string Seen { get; init; } = string.Empty;

        public string MessageId { get; init; } = string.Empty;
    }
}
