using Dapper;
using Tessera.Domain;
using Tessera.Server.Access.Contracts;
using Tessera.Server.Access.Secrets;
using Tessera.Server.Hosting;
using Tessera.Server.Workspaces.Contracts;

namespace Tessera.Server.Access.Tokens;

/// <summary>The write keys by which sources send events; a write key reads nothing.</summary>
internal sealed class WriteKeyStore(MetadataDatabase metadata, TimeProvider time) : IWriteKeys
{
    /// <summary>The name of the source that every installation begins with.</summary>
    public const string DefaultSource = "default";

    /// <summary>Makes the given secret the write key of the workspace's default source.</summary>
    public async Task SetDefaultAsync(WorkspaceKey workspace, Secret secret, CancellationToken cancellationToken)
    {
        await using var connection = await metadata.OpenAsync(cancellationToken);
        await connection.ExecuteAsync(
            """
            INSERT INTO write_keys (id, hash, name, workspace, created_at) VALUES (@Id, @Hash, @Name, @Workspace, @CreatedAt)
            ON CONFLICT (workspace, name) DO UPDATE SET hash = excluded.hash
            """,
            new
            {
                Id = Guid.CreateVersion7(time.GetUtcNow()),
                Hash = secret.Hash(),
                Name = DefaultSource,
                Workspace = workspace.Value,
                CreatedAt = time.GetUtcNow(),
            });
    }
    public async Task<WriteKeyOwner?> FindAsync(string key, CancellationToken cancellationToken)
    {
        await using var connection = await metadata.OpenAsync(cancellationToken);
        var found = await connection.QuerySingleOrDefaultAsync<(string Workspace, string Name)?>(
            "SELECT workspace, name FROM write_keys WHERE hash = @Hash", new { Hash = new Secret(key).Hash() });
        return found is { } row ? new WriteKeyOwner(new WorkspaceKey(row.Workspace), row.Name) : null;
    }
}
