using Dapper;
using Tessera.Server.Hosting;

namespace Tessera.Server.Access;

/// <summary>A random name that a data directory gets at its first start and keeps.</summary>
internal sealed class InstallationId(MetadataDatabase metadata, TimeProvider time) : IStartupStep
{
    private const int ShortLength = 8;
    private string? text;

    /// <summary>Enough of it to tell installations on one host apart.</summary>
    public string Short => text ?? throw new InvalidOperationException("The installation's id is read when the server starts.");

    public async Task RunAsync(CancellationToken cancellationToken)
    {
        // The tail of a version 7 UUID is random; its head is the clock, alike for installations made together.
        var fresh = Guid.CreateVersion7(time.GetUtcNow()).ToString("N")[^ShortLength..];
        await using var connection = await metadata.OpenAsync(cancellationToken);
        await connection.ExecuteAsync(
            "INSERT INTO settings (key, value) VALUES ('installation', @Fresh) ON CONFLICT (key) DO NOTHING", new { Fresh = fresh });
        text = await connection.ExecuteScalarAsync<string>("SELECT value FROM settings WHERE key = 'installation'");
    }
}
