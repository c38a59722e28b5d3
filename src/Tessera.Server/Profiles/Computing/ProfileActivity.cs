using Tessera.ClickHouse;
using Tessera.Domain;
using Tessera.Server.Hosting;

namespace Tessera.Server.Profiles.Computing;

/// <summary>Computes what a customer's calls come to, from the calls themselves: so it is the same in whatever order they arrived, and after every merge.</summary>
internal sealed class ProfileActivity(ClickHouseClient engine)
{
    /// <summary>How long nothing happens until the next thing that does begins another session.</summary>
    public static readonly TimeSpan Silence = TimeSpan.FromMinutes(30);

    private static readonly Statement Activity = new(EmbeddedSql.Read("Profiles/Sql/Activity.sql"));

    /// <summary>What the calls come to that are stored under some identifiers.</summary>
    /// <param name="workspace">The workspace.</param>
    /// <param name="nodes">The identifiers of one customer.</param>
    /// <param name="timeZone">The IANA time zone in which days begin.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public Task<ActivityRow> ReadAsync(WorkspaceKey workspace, IReadOnlyCollection<Guid> nodes, string timeZone, CancellationToken cancellationToken) =>
        engine.SingleAsync<ActivityRow>(
            Activity
                .With("workspace", workspace.Value)
                .With("nodes", nodes)
                .With("time_zone", timeZone)
                .With("silence", Silence.Ticks / TimeSpan.TicksPerMicrosecond),
            cancellationToken);
}
