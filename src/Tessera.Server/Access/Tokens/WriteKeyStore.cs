using Dapper;
using Tessera.Domain;
using Tessera.Server.Access.Contracts;
using Tessera.Server.Access.Secrets;
using Tessera.Server.Hosting;

namespace Tessera.Server.Access.Tokens;

/// <summary>The write keys by which sources send events, in metadata.</summary>
internal sealed class WriteKeyStore(MetadataDatabase metadata, DataDirectory directory, TimeProvider time) : IWriteKeys
{
    /// <summary>The name of the source that every installation begins with.</summary>
    public const string DefaultSource = "default";

    private const string Columns = "SELECT name, title, kind, enabled, created_at, rotated_at, former_until FROM write_keys WHERE workspace = @Workspace";

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
            """
            SELECT workspace, name FROM write_keys WHERE hash = @Hash AND enabled
            UNION ALL
            SELECT workspace, name FROM write_keys WHERE former_hash = @Hash AND former_until > @Now AND enabled
            LIMIT 1
            """,
            new { Hash = new Secret(key).Hash(), Now = time.GetUtcNow() });
        return found is { } row ? new WriteKeyOwner(new WorkspaceKey(row.Workspace), row.Name) : null;
    }

    public async Task<IReadOnlyList<WriteKeySource>> ListAsync(WorkspaceKey workspace, CancellationToken cancellationToken)
    {
        await using var connection = await metadata.OpenAsync(cancellationToken);
        return (await connection.QueryAsync<WriteKeySource>($"{Columns} ORDER BY created_at, id", new { Workspace = workspace.Value })).AsList();
    }

    public async Task<WriteKeySource?> FindSourceAsync(WorkspaceKey workspace, string source, CancellationToken cancellationToken)
    {
        await using var connection = await metadata.OpenAsync(cancellationToken);
        return await connection.QuerySingleOrDefaultAsync<WriteKeySource>($"{Columns} AND name = @Name", new { Workspace = workspace.Value, Name = source });
    }

    public async Task<string?> CreateAsync(WorkspaceKey workspace, string source, string title, string kind, CancellationToken cancellationToken)
    {
        var secret = Secret.Create(SecretPrefixes.WriteKey);
        var now = time.GetUtcNow();
        await using var connection = await metadata.OpenAsync(cancellationToken);
        var created = await connection.ExecuteAsync(
            """
            INSERT INTO write_keys (id, hash, name, workspace, created_at, title, kind) VALUES (@Id, @Hash, @Name, @Workspace, @Now, @Title, @Kind)
            ON CONFLICT (workspace, name) DO NOTHING
            """,
            new { Id = Guid.CreateVersion7(now), Hash = secret.Hash(), Name = source, Workspace = workspace.Value, Now = now, Title = title, Kind = kind });
        return created == 1 ? secret.Text : null;
    }

    public async Task<bool> ChangeAsync(WorkspaceKey workspace, string source, string title, string kind, bool enabled, CancellationToken cancellationToken)
    {
        await using var connection = await metadata.OpenAsync(cancellationToken);
        return await connection.ExecuteAsync(
            "UPDATE write_keys SET title = @Title, kind = @Kind, enabled = @Enabled WHERE workspace = @Workspace AND name = @Name",
            new { Workspace = workspace.Value, Name = source, Title = title, Kind = kind, Enabled = enabled }) > 0;
    }

    public async Task<string?> RotateAsync(WorkspaceKey workspace, string source, DateTimeOffset formerUntil, CancellationToken cancellationToken)
    {
        var secret = Secret.Create(SecretPrefixes.WriteKey);
        await using var connection = await metadata.OpenAsync(cancellationToken);
        await using var transaction = await connection.BeginTransactionAsync(cancellationToken);
        var changed = await connection.ExecuteAsync(
            """
            UPDATE write_keys SET former_hash = hash, former_until = @Until, hash = @Hash, rotated_at = @Now
            WHERE workspace = @Workspace AND name = @Name
            """,
            new { Workspace = workspace.Value, Name = source, Hash = secret.Hash(), Until = formerUntil, Now = time.GetUtcNow() },
            transaction);
        if (changed == 0)
        {
            return null;
        }

        // The file is the truth about this one key at every start: written first, a crash in between makes the new key good all the same.
        if (workspace == WorkspaceKey.Default && source == DefaultSource)
        {
            SecretFile.Write(directory.WriteKeyFile, secret.Text);
        }

        await transaction.CommitAsync(cancellationToken);
        return secret.Text;
    }

    public async Task<bool> RemoveAsync(WorkspaceKey workspace, string source, CancellationToken cancellationToken)
    {
        await using var connection = await metadata.OpenAsync(cancellationToken);
        return await connection.ExecuteAsync(
            "DELETE FROM write_keys WHERE workspace = @Workspace AND name = @Name", new { Workspace = workspace.Value, Name = source }) > 0;
    }
}
