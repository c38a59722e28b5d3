using Dapper;
using Tessera.Server.Hosting;
using Tessera.Server.Identity.Contracts;
using Tessera.Server.Identity.Resolution;
using Tessera.Server.Identity.Rules;
using Tessera.Server.Pipeline.Contracts;

namespace Tessera.Server.Identity.State;

/// <summary>Identifiers, what links them, and the profiles they make, in <c>state.db</c>. What returns is durable.</summary>
/// <remarks>Adding what is known changes nothing, so whoever was broken off may do it again.</remarks>
internal sealed class IdentityState
{
    private readonly StateDatabase database;
    private readonly int fewLinks;

    // Both are touched by whoever has the database's turn alone.
    private readonly KnownGroups known = new();
    private readonly Dictionary<string, WorkspaceIdentity> rules = new(StringComparer.Ordinal);

    /// <summary>Opens them.</summary>
    /// <param name="database">The file.</param>
    /// <param name="fewLinks">What is connected by up to so many links is read again whenever one is added.</param>
    public IdentityState(StateDatabase database, int fewLinks = 16)
    {
        (this.database, this.fewLinks) = (database, fewLinks);
        database.Prepare(connection => connection.Execute(EmbeddedSql.Read("Identity/State/IdentitySchema.sql")));
    }

    /// <summary>How many links were read to resolve others, since this was made.</summary>
    public long LinksRead { get; private set; }

    /// <summary>Adds links and resolves what they touch.</summary>
    /// <returns>The identifiers that came to another profile.</returns>
    public Task<IReadOnlyList<IdentityMove>> LinkAsync(
        string workspace, IReadOnlyCollection<IdentityLink> links, WorkspaceIdentity identity, CancellationToken cancellationToken) =>
        ChangeAsync(workspace, identity, round => round.Link(links), cancellationToken);

    /// <summary>Resolves some identifiers again, and all that is connected with them, after the rules were changed.</summary>
    public Task<IReadOnlyList<IdentityMove>> ResolveAsync(
        string workspace, IReadOnlyCollection<Guid> nodes, WorkspaceIdentity identity, CancellationToken cancellationToken) =>
        ChangeAsync(workspace, identity, round => round.Resolve(nodes), cancellationToken);

    /// <summary>How a profile came to be; null when its identifier was never linked.</summary>
    public Task<ResolvedProfile?> FindAsync(Guid profile, WorkspaceIdentity identity, CancellationToken cancellationToken) => ReadAsync(
        tables => IdentityResolution.Resolve(tables.Component(profile, []), identity).FirstOrDefault(found => found.Canonical.Id == profile), cancellationToken);

    /// <summary>The identifiers of profiles that were ever linked; others have only the one that their id is made of.</summary>
    public Task<IReadOnlyDictionary<Guid, IReadOnlyList<IdentityNode>>> MembersAsync(IReadOnlyCollection<Guid> profiles, CancellationToken cancellationToken) =>
        ReadAsync<IReadOnlyDictionary<Guid, IReadOnlyList<IdentityNode>>>(
            tables => profiles.Distinct().ToDictionary(profile => profile, profile => (IReadOnlyList<IdentityNode>)tables.MembersOf(profile)), cancellationToken);

    /// <summary>The identifiers of a profile, each with the first call that linked it with another.</summary>
    public Task<IReadOnlyList<KnownIdentifier>> IdentifiersOfAsync(Guid profile, CancellationToken cancellationToken) =>
        ReadAsync<IReadOnlyList<KnownIdentifier>>(tables => tables.IdentifiersOf(profile), cancellationToken);

    /// <summary>Forgets identifiers with all their links, as if they had never been seen.</summary>
    public Task<int> ForgetAsync(IReadOnlyCollection<Guid> nodes, CancellationToken cancellationToken) => database.ChangeAsync(
        (connection, transaction) =>
        {
            known.Clear();
            using var tables = new IdentityTables(connection, transaction);
            return nodes.Sum(tables.Forget);
        },
        cancellationToken);

    /// <summary>Notes that profiles have to be put together anew.</summary>
    public Task<int> MarkAsync(string workspace, IReadOnlyCollection<Guid> profiles, CancellationToken cancellationToken) => database.ChangeAsync(
        (connection, transaction) =>
        {
            using var tables = new IdentityTables(connection, transaction);
            foreach (var profile in profiles)
            {
                tables.Refresh(workspace, profile, hasLost: false);
            }

            return profiles.Count;
        },
        cancellationToken);

    /// <summary>Every identifier that belongs to another profile than its own.</summary>
    public Task<List<IdentityMove>> MovedAsync(CancellationToken cancellationToken) => ReadAsync(
        tables => tables.Query(
            "SELECT workspace, node, profile FROM identity_nodes WHERE profile != node",
            reader => new IdentityMove(reader.GetString(0), IdentityTables.GuidAt(reader, 1), IdentityTables.GuidAt(reader, 2))),
        cancellationToken);

    /// <summary>Identifiers of a workspace in the order of their ids, after one of them.</summary>
    public Task<List<Guid>> NodesAfterAsync(string workspace, Guid after, int limit, CancellationToken cancellationToken) =>
        ReadAsync(tables => tables.NodesAfter(workspace, after, limit), cancellationToken);

    /// <summary>The first changes that the engine does not know yet.</summary>
    public Task<List<NumberedMove>> ChangesAsync(int limit, CancellationToken cancellationToken) => ReadAsync(
        tables => tables.Query(
            """
            SELECT number, change.workspace, change.node, change.profile, coalesce(value, '')
            FROM identity_changes AS change LEFT JOIN identity_nodes AS node ON node.node = change.node
            ORDER BY number LIMIT $a
            """,
            reader => new NumberedMove(
                reader.GetInt64(0), new IdentityMove(reader.GetString(1), IdentityTables.GuidAt(reader, 2), IdentityTables.GuidAt(reader, 3)), reader.GetString(4)),
            limit),
        cancellationToken);

    /// <summary>The engine knows changes up to a number.</summary>
    public Task ForgetChangesAsync(long through, CancellationToken cancellationToken) =>
        ExecuteAsync("DELETE FROM identity_changes WHERE number <= $a", cancellationToken, through);

    /// <summary>Profiles to be put together anew.</summary>
    public Task<ChangedProfiles> RefreshesAsync(int limit, CancellationToken cancellationToken) => ReadAsync(
        tables =>
        {
            var rows = tables.Query(
                "SELECT number, workspace, profile, has_lost FROM identity_refresh ORDER BY number LIMIT $a",
                reader => (Number: reader.GetInt64(0), Profile: new ChangedProfile(reader.GetString(1), IdentityTables.GuidAt(reader, 2), reader.GetBoolean(3))),
                limit);
            var profiles = rows
                .GroupBy(row => row.Profile.Id)
                .Select(changes => changes.First().Profile with { HasLost = changes.Any(change => change.Profile.HasLost) });
            return new ChangedProfiles(rows.Count == 0 ? 0 : rows[^1].Number, [.. profiles]);
        },
        cancellationToken);

    /// <summary>Profiles up to a number were put together.</summary>
    public Task ForgetRefreshesAsync(long through, CancellationToken cancellationToken) =>
        ExecuteAsync("DELETE FROM identity_refresh WHERE number <= $a", cancellationToken, through);

    /// <summary>The version of the rules by which all of a workspace was resolved; null when what was stored before was never read.</summary>
    public Task<long?> ResolvedByAsync(string workspace, CancellationToken cancellationToken) => ReadAsync(
        tables => tables.Query("SELECT rules FROM identity_workspaces WHERE workspace = $a", reader => (long?)reader.GetInt64(0), workspace).FirstOrDefault(), cancellationToken);

    /// <summary>Notes that all of a workspace is resolved by a version of its rules.</summary>
    public Task SetResolvedByAsync(string workspace, long rules, CancellationToken cancellationToken) =>
        ExecuteAsync("INSERT OR REPLACE INTO identity_workspaces (workspace, rules) VALUES ($a, $b)", cancellationToken, workspace, rules);

    private Task<int> ExecuteAsync(string sql, CancellationToken cancellationToken, params object[] values) => database.ChangeAsync(
        (connection, transaction) =>
        {
            using var tables = new IdentityTables(connection, transaction);
            return tables.Execute(sql, values);
        },
        cancellationToken);

    private async Task<IReadOnlyList<IdentityMove>> ChangeAsync(string workspace, WorkspaceIdentity identity, Action<LinkingRound> change, CancellationToken cancellationToken)
    {
        try
        {
            return await database.ChangeAsync(
                (connection, transaction) =>
                {
                    if (!ReferenceEquals(rules.GetValueOrDefault(workspace), identity))
                    {
                        known.Clear();
                        rules[workspace] = identity;
                    }

                    using var tables = new IdentityTables(connection, transaction);
                    var round = new LinkingRound(tables, known, fewLinks, workspace, identity);
                    change(round);
                    round.Complete();
                    LinksRead += tables.LinksRead;
                    return (IReadOnlyList<IdentityMove>)round.Moves;
                },
                cancellationToken);
        }
        catch
        {
            // What is known of groups may be more than became durable.
            await database.UseAsync(_ => Task.FromResult(Forget()), CancellationToken.None);
            throw;
        }
    }

    private bool Forget()
    {
        known.Clear();
        return true;
    }

    private Task<T> ReadAsync<T>(Func<IdentityTables, T> read, CancellationToken cancellationToken) => database.UseAsync(
        connection =>
        {
            using var tables = new IdentityTables(connection, transaction: null);
            return Task.FromResult(read(tables));
        },
        cancellationToken);
}
