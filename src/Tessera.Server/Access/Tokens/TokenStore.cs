using Dapper;
using Tessera.Domain;
using Tessera.Server.Access.Secrets;
using Tessera.Server.Hosting;
using Tessera.Server.Workspaces.Contracts;

namespace Tessera.Server.Access.Tokens;

/// <summary>The API tokens of an installation: the administrator's, and those of single workspaces.</summary>
internal sealed class TokenStore(MetadataDatabase metadata, TimeProvider time)
{
    /// <summary>Whoever holds the token, or null.</summary>
    public async Task<Caller?> FindCallerAsync(string token, CancellationToken cancellationToken)
    {
        await using var connection = await metadata.OpenAsync(cancellationToken);
        var found = await connection.QuerySingleOrDefaultAsync<TokenOwner>(
            "SELECT workspace FROM tokens WHERE hash = @Hash", new { Hash = new Secret(token).Hash() });
        return found switch
        {
            null => null,
            { Workspace: null } => new Caller(CallerKind.AdminToken, Workspace: null),
            { Workspace: { } workspace } => new Caller(CallerKind.WorkspaceToken, new WorkspaceKey(workspace)),
        };
    }

    /// <summary>Creates a token of one workspace; the secret is not kept and cannot be shown again.</summary>
    public async Task<(TokenView Token, Secret Secret)> CreateAsync(WorkspaceKey workspace, string name, CancellationToken cancellationToken)
    {
        var secret = Secret.Create(SecretPrefixes.WorkspaceToken);
        var now = time.GetUtcNow();
        var token = new TokenView(Guid.CreateVersion7(now), name, workspace.Value, now);
        await using var connection = await metadata.OpenAsync(cancellationToken);
        await connection.ExecuteAsync(
            "INSERT INTO tokens (id, hash, name, workspace, created_at) VALUES (@Id, @Hash, @Name, @Workspace, @CreatedAt)",
            new { token.Id, Hash = secret.Hash(), token.Name, token.Workspace, token.CreatedAt });
        return (token, secret);
    }

    /// <summary>The tokens of a workspace, oldest first.</summary>
    public async Task<IReadOnlyList<TokenView>> ListAsync(WorkspaceKey workspace, CancellationToken cancellationToken)
    {
        await using var connection = await metadata.OpenAsync(cancellationToken);
        return (await connection.QueryAsync<TokenView>(
            "SELECT id, name, workspace, created_at FROM tokens WHERE workspace = @Workspace ORDER BY created_at, id",
            new { Workspace = workspace.Value })).AsList();
    }

    /// <summary>Ends a token of the workspace; false when there is none of that id.</summary>
    public async Task<bool> RevokeAsync(WorkspaceKey workspace, Guid id, CancellationToken cancellationToken)
    {
        await using var connection = await metadata.OpenAsync(cancellationToken);
        return await connection.ExecuteAsync(
            "DELETE FROM tokens WHERE id = @Id AND workspace = @Workspace", new { Id = id, Workspace = workspace.Value }) > 0;
    }

    /// <summary>Makes the given secret the one administrator's token.</summary>
    public async Task SetAdminTokenAsync(Secret secret, CancellationToken cancellationToken)
    {
        await using var connection = await metadata.OpenAsync(cancellationToken);
        await using var transaction = connection.BeginTransaction();
        await connection.ExecuteAsync(
            "DELETE FROM tokens WHERE workspace IS NULL AND hash <> @Hash", new { Hash = secret.Hash() }, transaction);
        await connection.ExecuteAsync(
            """
            INSERT INTO tokens (id, hash, name, workspace, created_at) VALUES (@Id, @Hash, 'administrator', NULL, @CreatedAt)
            ON CONFLICT (hash) DO NOTHING
            """,
            new { Id = Guid.CreateVersion7(time.GetUtcNow()), Hash = secret.Hash(), CreatedAt = time.GetUtcNow() },
            transaction);
        await transaction.CommitAsync(cancellationToken);
    }

    private sealed record TokenOwner(string? Workspace);
}
