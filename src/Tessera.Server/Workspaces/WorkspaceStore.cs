using Dapper;
using Tessera.Domain;
using Tessera.Server.Hosting;
using Tessera.Server.Workspaces.Contracts;

namespace Tessera.Server.Workspaces;

/// <summary>The workspaces of an installation, in metadata.</summary>
internal sealed class WorkspaceStore(MetadataDatabase metadata, TimeProvider time) : IWorkspaceDirectory, IStartupStep
{
    private const string Columns = "key, name, currency, time_zone, sample, created_at";

    public async Task<Workspace?> FindAsync(WorkspaceKey key, CancellationToken cancellationToken)
    {
        await using var connection = await metadata.OpenAsync(cancellationToken);
        return await connection.QuerySingleOrDefaultAsync<Workspace>(
            $"SELECT {Columns} FROM workspaces WHERE key = @Key", new { Key = key.Value });
    }

    public async Task<IReadOnlyList<Workspace>> ListAsync(CancellationToken cancellationToken)
    {
        await using var connection = await metadata.OpenAsync(cancellationToken);
        return (await connection.QueryAsync<Workspace>(
            $"SELECT {Columns} FROM workspaces ORDER BY key <> @Default, key", new { Default = WorkspaceKey.Default.Value })).AsList();
    }

    /// <summary>Creates a workspace, or answers null when the key is taken.</summary>
    public async Task<Workspace?> CreateAsync(WorkspaceKey key, WorkspaceDetails details, CancellationToken cancellationToken)
    {
        await using var connection = await metadata.OpenAsync(cancellationToken);
        var created = await connection.ExecuteAsync(
            """
            INSERT INTO workspaces (key, name, currency, time_zone, sample, created_at)
            VALUES (@Key, @Name, @Currency, @TimeZone, @Sample, @CreatedAt) ON CONFLICT (key) DO NOTHING
            """,
            new { Key = key.Value, details.Name, details.Currency, details.TimeZone, details.Sample, CreatedAt = time.GetUtcNow() });
        return created == 1 ? await FindAsync(key, cancellationToken) : null;
    }

    /// <summary>Changes a workspace, or answers null when there is none of that key.</summary>
    public async Task<Workspace?> ChangeAsync(WorkspaceKey key, WorkspaceDetails details, CancellationToken cancellationToken)
    {
        await using var connection = await metadata.OpenAsync(cancellationToken);
        await connection.ExecuteAsync(
            "UPDATE workspaces SET name = @Name, currency = @Currency, time_zone = @TimeZone, sample = @Sample WHERE key = @Key",
            new { Key = key.Value, details.Name, details.Currency, details.TimeZone, details.Sample });
        return await FindAsync(key, cancellationToken);
    }

    public async Task SetCurrencyAsync(WorkspaceKey key, string currency, CancellationToken cancellationToken)
    {
        await using var connection = await metadata.OpenAsync(cancellationToken);
        await connection.ExecuteAsync("UPDATE workspaces SET currency = @Currency WHERE key = @Key", new { Key = key.Value, Currency = currency });
    }

    /// <summary>Every installation has the workspace <c>default</c>.</summary>
    public Task RunAsync(CancellationToken cancellationToken) =>
        CreateAsync(WorkspaceKey.Default, WorkspaceDetails.Default, cancellationToken);
}
