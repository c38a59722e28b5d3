using Dapper;
using Microsoft.Data.Sqlite;

namespace Tessera.Server.Hosting.Metadata;

/// <summary>Applies numbered migrations to the metadata file, each in one transaction, and remembers them by checksum.</summary>
internal sealed class MetadataMigrations(SqliteConnection connection, DataDirectory directory, TimeProvider time)
{
    private const string CreateLedger = """
        CREATE TABLE IF NOT EXISTS schema_migrations (
            number INTEGER PRIMARY KEY, name TEXT NOT NULL, checksum TEXT NOT NULL, applied_at TEXT NOT NULL) STRICT
        """;

    /// <exception cref="TesseraException">The file knows a migration that is newer than, or differs from, the ones given.</exception>
    public async Task ApplyAsync(IReadOnlyList<SqlMigration> migrations, CancellationToken cancellationToken)
    {
        await connection.ExecuteAsync(CreateLedger);
        var applied = (await connection.QueryAsync<AppliedMigration>("SELECT number, name, checksum FROM schema_migrations"))
            .ToDictionary(migration => migration.Number);
        var known = migrations.Select(migration => (long)migration.Number).ToHashSet();
        if (applied.Values.Where(migration => !known.Contains(migration.Number)).MaxBy(migration => migration.Number) is { } newer)
        {
            throw new TesseraException(
                $"The data directory {directory.Root} was written by a newer version of Tessera (it has metadata migration "
                + $"{newer.Number:0000}_{newer.Name}, which version {ServerVersion.Text} does not know); run that version or a later one.");
        }

        foreach (var migration in migrations)
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (!applied.TryGetValue(migration.Number, out var earlier))
            {
                await ApplyAsync(migration);
            }
            else if (earlier.Checksum != migration.Checksum)
            {
                throw new TesseraException(
                    $"Metadata migration {migration.Number:0000}_{migration.Name} in {directory.MetadataFile} differs from the one built into "
                    + $"version {ServerVersion.Text}; run the version of Tessera that wrote this directory.");
            }
        }
    }

    private async Task ApplyAsync(SqlMigration migration)
    {
        await using var transaction = connection.BeginTransaction();
        await connection.ExecuteAsync(migration.Sql, transaction: transaction);
        await connection.ExecuteAsync(
            "INSERT INTO schema_migrations (number, name, checksum, applied_at) VALUES (@Number, @Name, @Checksum, @AppliedAt)",
            new { migration.Number, migration.Name, migration.Checksum, AppliedAt = time.GetUtcNow() },
            transaction);
        await transaction.CommitAsync();
    }

    private sealed record AppliedMigration(long Number, string Name, string Checksum);
}
