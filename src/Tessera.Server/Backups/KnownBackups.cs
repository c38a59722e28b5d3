using Dapper;
using Tessera.Server.Backups.Contracts;
using Tessera.Server.Hosting;

namespace Tessera.Server.Backups;

/// <inheritdoc cref="IBackupList"/>
internal sealed class KnownBackups(MetadataDatabase metadata) : IBackupList
{
    public async Task<IReadOnlyList<KnownBackup>> ListAsync(CancellationToken cancellationToken)
    {
        await using var connection = await metadata.OpenAsync(cancellationToken);
        return [.. await connection.QueryAsync<KnownBackup>("SELECT directory, created_at AS made_at FROM backups ORDER BY created_at DESC")];
    }
}
