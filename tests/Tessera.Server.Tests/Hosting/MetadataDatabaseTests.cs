using Dapper;
using Tessera.Server.Hosting;
using Tessera.Testing;

namespace Tessera.Server.Tests.Hosting;

public sealed class MetadataDatabaseTests
{
    private static readonly SqlMigration Things = new(1, "things", "CREATE TABLE things (id TEXT PRIMARY KEY, at TEXT, good INTEGER, many INTEGER) STRICT;");

    [Fact]
    public async Task Connection_IsDurableAndWriteAhead()
    {
        await InDirectoryAsync(async (metadata, _) =>
        {
            await using var connection = await metadata.OpenAsync();
            (await connection.ExecuteScalarAsync<string>("PRAGMA journal_mode")).ShouldBe("wal");
            (await connection.ExecuteScalarAsync<long>("PRAGMA synchronous")).ShouldBe(2, "2 is FULL");
            (await connection.ExecuteScalarAsync<long>("PRAGMA foreign_keys")).ShouldBe(1);
        });
    }

    [Fact]
    public async Task Record_RoundTrips()
    {
        await InDirectoryAsync(async (metadata, _) =>
        {
            await MigrateAsync(metadata, Things);
            var thing = new Thing(
                Guid.Parse("0198e0a0-0000-7000-8000-000000000001"), new DateTimeOffset(2024, 2, 29, 23, 59, 59, TimeSpan.FromHours(2)).AddTicks(1230), true, 7);
            await using var connection = await metadata.OpenAsync();
            await connection.ExecuteAsync("INSERT INTO things VALUES (@Id, @At, @Good, @Many)", thing);
            (await connection.QuerySingleAsync<Thing>("SELECT id, at, good, many FROM things")).ShouldBe(thing);
            (await connection.ExecuteScalarAsync<string>("SELECT at FROM things")).ShouldBe("2024-02-29T21:59:59.000123Z");
        });
    }

    [Fact]
    public async Task Migrate_Again_ChangesNothing()
    {
        await InDirectoryAsync(async (metadata, _) =>
        {
            await MigrateAsync(metadata, Things);
            await MigrateAsync(metadata, Things);
            await MigrateAsync(metadata, Things, new SqlMigration(2, "more", "ALTER TABLE things ADD COLUMN more TEXT;"));
            await using var connection = await metadata.OpenAsync();
            (await connection.QueryAsync<string>("SELECT name FROM schema_migrations ORDER BY number")).ShouldBe(["things", "more"]);
        });
    }

    [Fact]
    public async Task Migrate_WithAMigrationThatFailsHalfWay_LeavesNothingOfIt()
    {
        await InDirectoryAsync(async (metadata, _) =>
        {
            var broken = new SqlMigration(1, "broken", "CREATE TABLE half (id TEXT) STRICT; CREATE TABLE half (id TEXT) STRICT;");
            await Should.ThrowAsync<TesseraException>(() => MigrateAsync(metadata, broken));
            await using var connection = await metadata.OpenAsync();
            (await connection.ExecuteScalarAsync<long>("SELECT count(*) FROM sqlite_schema WHERE name = 'half'")).ShouldBe(0);
        });
    }

    [Fact]
    public async Task Migrate_OfANewerDirectory_IsRefused()
    {
        await InDirectoryAsync(async (metadata, directory) =>
        {
            await MigrateAsync(metadata, Things, new SqlMigration(2, "future", "CREATE TABLE future (id TEXT) STRICT;"));
            var refused = await Should.ThrowAsync<TesseraException>(() => MigrateAsync(metadata, Things));
            refused.Message.ShouldContain("newer version of Tessera");
            refused.Message.ShouldContain("0002_future");
            refused.Message.ShouldContain(directory.Root);
        });
    }

    [Fact]
    public async Task Migrate_WithATextThatChanged_IsRefused()
    {
        await InDirectoryAsync(async (metadata, _) =>
        {
            await MigrateAsync(metadata, Things);
            await MigrateAsync(metadata, Things with { Sql = Things.Sql.Replace("; ", ";\r\n", StringComparison.Ordinal) });
            var refused = await Should.ThrowAsync<TesseraException>(() => MigrateAsync(metadata, new SqlMigration(1, "things", "CREATE TABLE things (id TEXT) STRICT;")));
            refused.Message.ShouldContain("0001_things");
        });
    }

    [Fact]
    public async Task Migrate_OfAFileThatIsNoDatabase_SaysThatItIsDamaged()
    {
        await InDirectoryAsync(async (metadata, directory) =>
        {
            await File.WriteAllTextAsync(directory.MetadataFile, new string('x', 8192));
            var refused = await Should.ThrowAsync<TesseraException>(() => MigrateAsync(metadata, Things));
            refused.Message.ShouldContain("is damaged");
            refused.Message.ShouldContain(directory.MetadataFile);
            refused.Message.ShouldContain("backup");
        });
    }

    [Fact]
    public async Task Migrate_OfADatabaseWithABrokenPage_SaysThatItIsDamaged()
    {
        using var folder = new TemporaryDirectory();
        var directory = new DataDirectory(folder.FullPath);
        using (var metadata = new MetadataDatabase(directory))
        {
            await MigrateAsync(metadata, Things);
        }

        await using (var file = new FileStream(directory.MetadataFile, FileMode.Open))
        {
            // Page 2 and what follows: the header stays good, so that only a look at the content can tell.
            file.Position = 4096;
            await file.WriteAsync(Enumerable.Repeat((byte)0xA5, (int)(file.Length - 4096)).ToArray());
        }

        using var damaged = new MetadataDatabase(directory);
        (await Should.ThrowAsync<TesseraException>(() => MigrateAsync(damaged, Things))).Message.ShouldContain("is damaged");
    }

    private static Task MigrateAsync(MetadataDatabase metadata, params SqlMigration[] migrations) =>
        metadata.MigrateAsync(migrations, new ManualTimeProvider(), CancellationToken.None);

    private static async Task InDirectoryAsync(Func<MetadataDatabase, DataDirectory, Task> test)
    {
        using var folder = new TemporaryDirectory();
        var directory = new DataDirectory(folder.FullPath);
        using var metadata = new MetadataDatabase(directory);
        await test(metadata, directory);
    }

    private sealed record Thing(Guid Id, DateTimeOffset At, bool Good, int Many);
}
