using Dapper;
using Microsoft.Data.Sqlite;

namespace Tessera.Server.Hosting.Metadata;

/// <summary>The metadata file can be read.</summary>
internal sealed class MetadataReadiness(MetadataDatabase metadata) : IReadinessPart
{
    public string Name => "metadata";

    public async Task<bool> IsReadyAsync(CancellationToken cancellationToken)
    {
        try
        {
            await using var connection = await metadata.OpenAsync(cancellationToken);
            return await connection.ExecuteScalarAsync<long>("SELECT count(*) FROM schema_migrations") > 0;
        }
        catch (SqliteException)
        {
            return false;
        }
    }
}
