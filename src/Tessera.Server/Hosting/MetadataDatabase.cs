using Dapper;
using Microsoft.Data.Sqlite;
using Tessera.Server.Hosting.Metadata;

namespace Tessera.Server.Hosting;

/// <summary>
/// The metadata of an installation, <c>tessera.db</c>: a SQLite file in write-ahead mode whose commits survive power loss.
/// </summary>
/// <remarks>
/// Use it with Dapper: <c>await using var connection = await metadata.OpenAsync(ct);</c>. Columns are snake_case, results
/// PascalCase; <see cref="DateTimeOffset"/> and <see cref="Guid"/> are stored as text, <see cref="bool"/> as 0 or 1. Records whose
/// constructor parameters bear the columns' names in their order can be read directly.
/// </remarks>
internal sealed class MetadataDatabase : IDisposable
{
    private const int BusyTimeoutSeconds = 10;
    private readonly string connectionString;
    private readonly DataDirectory directory;

    static MetadataDatabase()
    {
        DefaultTypeMap.MatchNamesWithUnderscores = true;
        foreach (var type in new[] { typeof(DateTimeOffset), typeof(Guid), typeof(bool), typeof(int) })
        {
            SqlMapper.RemoveTypeMap(type);
        }

        SqlMapper.AddTypeHandler(new InstantTypeHandler());
        SqlMapper.AddTypeHandler(new GuidTypeHandler());
        SqlMapper.AddTypeHandler(new BooleanTypeHandler());
        SqlMapper.AddTypeHandler(new IntegerTypeHandler());
    }

    public MetadataDatabase(DataDirectory directory)
    {
        this.directory = directory;
        connectionString = new SqliteConnectionStringBuilder
        {
            DataSource = directory.MetadataFile,
            Mode = SqliteOpenMode.ReadWriteCreate,
            ForeignKeys = true,
            DefaultTimeout = BusyTimeoutSeconds,
        }.ToString();
    }

    /// <summary>An open, pooled connection; dispose it soon.</summary>
    public async Task<SqliteConnection> OpenAsync(CancellationToken cancellationToken = default)
    {
        var connection = new SqliteConnection(connectionString);
        try
        {
            await connection.OpenAsync(cancellationToken);
            await connection.ExecuteAsync("PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA secure_delete = ON;");
            return connection;
        }
        catch
        {
            await connection.DisposeAsync();
            throw;
        }
    }

    /// <summary>Checks the file and brings its schema up to date.</summary>
    /// <exception cref="TesseraException">The file is damaged, from a newer version, or cannot be written.</exception>
    public async Task MigrateAsync(IReadOnlyList<SqlMigration> migrations, TimeProvider time, CancellationToken cancellationToken)
    {
        try
        {
            await using var connection = await OpenAsync(cancellationToken);
            var verdict = await connection.ExecuteScalarAsync<string>("PRAGMA quick_check(1)");
            if (verdict != "ok")
            {
                throw MetadataFailure.Damaged(directory, verdict ?? "no answer", null);
            }

            await new MetadataMigrations(connection, directory, time).ApplyAsync(migrations, cancellationToken);
        }
        catch (SqliteException exception)
        {
            throw MetadataFailure.Sentence(directory, exception);
        }
    }

    /// <summary>Folds the write-ahead file back and empties it, so that nothing of what was deleted is in any file.</summary>
    /// <exception cref="IOException">Somebody reads just now; try again.</exception>
    public async Task ForgetAsync(CancellationToken cancellationToken)
    {
        await using var connection = await OpenAsync(cancellationToken);
        if (await connection.ExecuteScalarAsync<long>("PRAGMA wal_checkpoint(TRUNCATE)") != 0)
        {
            throw new IOException($"{directory.MetadataFile} is being read.");
        }
    }

    /// <summary>Closes the pooled connections, which folds the write-ahead file back.</summary>
    public void Dispose()
    {
        using var connection = new SqliteConnection(connectionString);
        SqliteConnection.ClearPool(connection);
    }
}
