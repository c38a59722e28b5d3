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

    /// <summary>What the calls come to that are stored under some identifiers; nothing of customers without calls.</summary>
    /// <param name="workspace">The workspace.</param>
    /// <param name="owners">Identifiers, each with the customer that it is of.</param>
    /// <param name="timeZone">The IANA time zone in which days begin.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public async Task<IReadOnlyDictionary<Guid, ActivityRow>> ReadAsync(
        WorkspaceKey workspace, IReadOnlyList<(Guid Node, Guid Owner)> owners, string timeZone, CancellationToken cancellationToken) =>
        (await engine.ListAsync<ActivityRow>(
            Activity
                .With("workspace", workspace.Value)
                .With("nodes", owners.Select(owner => owner.Node).ToList())
                .With("owners", owners.Select(owner => owner.Owner).ToList())
                .With("time_zone", timeZone)
                .With("silence", Silence.Ticks / TimeSpan.TicksPerMicrosecond),
            cancellationToken)).ToDictionary(row => row.Owner);
}
