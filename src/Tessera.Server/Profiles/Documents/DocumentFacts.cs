using Tessera.ClickHouse;
using Tessera.Domain;
using Tessera.Server.Hosting;
using Tessera.Server.Identity.Contracts;
using Tessera.Server.Profiles.Computing;
using Tessera.Server.Segments.Contracts;

namespace Tessera.Server.Profiles.Documents;

/// <summary>Puts documents of many profiles together from the engine at once, with the questions that one profile is asked for with.</summary>
internal sealed class DocumentFacts(ClickHouseClient engine, ProfileQueries queries, ProfileActivity activity, ICustomerSegments segments, ICustomerIdentity identity)
{
    private static readonly Statement After = new(EmbeddedSql.Read("Profiles/Sql/After.sql"));

    /// <summary>Profiles of a workspace in the engine's order, after one of them.</summary>
    public Task<List<Guid>> AfterAsync(WorkspaceKey workspace, Guid profile, int limit, CancellationToken cancellationToken) =>
        engine.ListAsync<Guid>(After.With("workspace", workspace.Value).With("after", profile).With("limit", limit), cancellationToken);

    /// <summary>The documents of those that are profiles of their own.</summary>
    public async Task<IReadOnlyList<(Guid Profile, ProfileDocument Document)>> BuildAsync(
        WorkspaceKey workspace, IReadOnlyList<Guid> profiles, string timeZone, CancellationToken cancellationToken)
    {
        var own = profiles.Where(profile => identity.ProfileOf(profile) == profile).ToList();
        var members = await identity.MembersAsync(own, cancellationToken);
        var nodes = own.ToDictionary(profile => profile, profile => (IReadOnlyList<Guid>)(members[profile] is { Count: > 0 } several ? [.. several.Select(node => node.Id)] : [profile]));
        List<(Guid Node, Guid Owner)> owners = [.. nodes.SelectMany(profile => profile.Value, (profile, node) => (node, profile.Key))];

        // The engine answers them side by side.
        var rows = queries.FindAsync(workspace, own, cancellationToken);
        var done = activity.ReadAsync(workspace, owners, timeZone, cancellationToken);
        var bought = queries.ValuesAsync(workspace, owners, cancellationToken);
        var memberships = segments.MembershipsAsync(workspace, owners, cancellationToken);
        var standings = segments.StandingsAsync(workspace, own, cancellationToken);
        await Task.WhenAll(rows, done, bought, memberships, standings);
        return
        [
            .. (await rows).Values.Select(row => (row.ProfileId, new ProfileDocument(
                timeZone,
                nodes[row.ProfileId],
                row,
                done.Result.GetValueOrDefault(row.ProfileId) ?? ActivityRow.None(row.ProfileId),
                bought.Result.GetValueOrDefault(row.ProfileId) ?? CustomerValueRow.None(row.ProfileId),
                [.. memberships.Result[row.ProfileId]],
                standings.Result.Mark,
                standings.Result.Standings.GetValueOrDefault(row.ProfileId)))),
        ];
    }
}
