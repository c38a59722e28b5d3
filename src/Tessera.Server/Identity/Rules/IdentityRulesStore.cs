using System.Collections.Concurrent;
using System.Text.Json;
using Dapper;
using Microsoft.Data.Sqlite;
using Tessera.Domain;
using Tessera.Server.Hosting;

namespace Tessera.Server.Identity.Rules;

/// <summary>Keeps the rules of workspaces and what is kept apart in them; all of it is in memory, since every call is read by it.</summary>
internal sealed class IdentityRulesStore(MetadataDatabase metadata, TimeProvider time) : IStartupStep
{
    private readonly ConcurrentDictionary<string, WorkspaceIdentity> known = new(StringComparer.Ordinal);

    /// <summary>What counts in a workspace.</summary>
    public WorkspaceIdentity Of(string workspace) => known.GetValueOrDefault(workspace, WorkspaceIdentity.Default);

    public async Task RunAsync(CancellationToken cancellationToken)
    {
        await using var connection = await metadata.OpenAsync(cancellationToken);
        var workspaces = (await connection.QueryAsync<string>("SELECT workspace FROM identity_rules")).ToList();
        foreach (var workspace in workspaces)
        {
            await LoadAsync(connection, workspace);
        }
    }

    /// <summary>Changes the rules of a workspace.</summary>
    public async Task SetAsync(WorkspaceKey workspace, IdentityRules rules, CancellationToken cancellationToken)
    {
        await using var connection = await metadata.OpenAsync(cancellationToken);
        await connection.ExecuteAsync(
            """
            INSERT INTO identity_rules (workspace, version, rules) VALUES (@Workspace, 1, @Rules)
            ON CONFLICT (workspace) DO UPDATE SET version = version + 1, rules = excluded.rules
            """,
            new { Workspace = workspace.Value, Rules = rules.ToJson() });
        await LoadAsync(connection, workspace.Value);
    }

    /// <summary>Keeps two groups of identifiers apart from now on.</summary>
    public async Task<IdentityCut> CutAsync(WorkspaceKey workspace, IReadOnlyList<Identifier> one, IReadOnlyList<Identifier> other, string by, CancellationToken cancellationToken)
    {
        var cut = new IdentityCut(Guid.CreateVersion7(time.GetUtcNow()), one, other, time.GetUtcNow(), by);
        await ChangeAsync(
            workspace,
            "INSERT INTO identity_cuts (id, workspace, one, other, made_at, made_by) VALUES (@Id, @Workspace, @One, @Other, @MadeAt, @MadeBy)",
            new { cut.Id, Workspace = workspace.Value, One = JsonSerializer.Serialize(one), Other = JsonSerializer.Serialize(other), cut.MadeAt, cut.MadeBy },
            cancellationToken);
        return cut;
    }

    /// <summary>No longer keeps apart what a cut kept apart; false when there is no such cut.</summary>
    public async Task<bool> RemoveAsync(WorkspaceKey workspace, Guid cut, CancellationToken cancellationToken) => await ChangeAsync(
        workspace, "DELETE FROM identity_cuts WHERE id = @Id AND workspace = @Workspace", new { Id = cut, Workspace = workspace.Value }, cancellationToken) > 0;

    /// <summary>Takes identifiers out of what is kept apart; what keeps nothing apart any more is gone.</summary>
    public async Task ForgetAsync(WorkspaceKey workspace, IReadOnlyCollection<Identifier> identifiers, CancellationToken cancellationToken)
    {
        foreach (var cut in Of(workspace.Value).Cuts.Where(cut => cut.One.Concat(cut.Other).Any(identifiers.Contains)))
        {
            var (one, other) = (cut.One.Where(known => !identifiers.Contains(known)).ToList(), cut.Other.Where(known => !identifiers.Contains(known)).ToList());
            await ChangeAsync(
                workspace,
                one.Count == 0 || other.Count == 0
                    ? "DELETE FROM identity_cuts WHERE id = @Id AND workspace = @Workspace"
                    : "UPDATE identity_cuts SET one = @One, other = @Other WHERE id = @Id AND workspace = @Workspace",
                new { cut.Id, Workspace = workspace.Value, One = JsonSerializer.Serialize(one), Other = JsonSerializer.Serialize(other) },
                cancellationToken);
        }
    }

    private async Task<int> ChangeAsync(WorkspaceKey workspace, string sql, object values, CancellationToken cancellationToken)
    {
        await using var connection = await metadata.OpenAsync(cancellationToken);
        await using var transaction = connection.BeginTransaction();
        var changed = await connection.ExecuteAsync(sql, values, transaction);
        await connection.ExecuteAsync(
            """
            INSERT INTO identity_rules (workspace, version) VALUES (@Workspace, 1)
            ON CONFLICT (workspace) DO UPDATE SET version = version + 1
            """,
            new { Workspace = workspace.Value },
            transaction);
        await transaction.CommitAsync(cancellationToken);
        await LoadAsync(connection, workspace.Value);
        return changed;
    }

    private async Task LoadAsync(SqliteConnection connection, string workspace)
    {
        var row = await connection.QuerySingleAsync<(long Version, string? Rules)>(
            "SELECT version, rules FROM identity_rules WHERE workspace = @Workspace", new { Workspace = workspace });
        var cuts = await connection.QueryAsync<CutRow>(
            "SELECT id, one, other, made_at, made_by FROM identity_cuts WHERE workspace = @Workspace ORDER BY made_at, id", new { Workspace = workspace });
        known[workspace] = new WorkspaceIdentity(
            row.Version,
            row.Rules is { } rules ? IdentityRules.FromJson(rules) : IdentityRules.Default,
            [.. cuts.Select(cut => new IdentityCut(cut.Id, Identifiers(cut.One), Identifiers(cut.Other), cut.MadeAt, cut.MadeBy))]);
    }

    private static List<Identifier> Identifiers(string json) => JsonSerializer.Deserialize<List<Identifier>>(json) ?? [];

    private sealed record CutRow(Guid Id, string One, string Other, DateTimeOffset MadeAt, string MadeBy);
}
