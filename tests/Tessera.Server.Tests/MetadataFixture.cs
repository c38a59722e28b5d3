using Tessera.Server.Hosting;
using Tessera.Testing;

namespace Tessera.Server.Tests;

/// <summary>Migrated metadata in a temporary directory, with a clock that moves only when told; no server, no engine.</summary>
public sealed class MetadataFixture : IAsyncLifetime
{
    private readonly string folder = System.IO.Directory.CreateTempSubdirectory("tessera-metadata-").FullName;

    public ManualTimeProvider Clock { get; } = new();

    internal DataDirectory Directory => new(folder);

    internal MetadataDatabase Metadata { get; private set; } = null!;

    public Task InitializeAsync()
    {
        Metadata = new MetadataDatabase(Directory);
        return Metadata.MigrateAsync(EmbeddedSql.Migrations("Metadata"), Clock, CancellationToken.None);
    }

    public Task DisposeAsync()
    {
        Metadata.Dispose();
        System.IO.Directory.Delete(folder, recursive: true);
        return Task.CompletedTask;
    }
}
