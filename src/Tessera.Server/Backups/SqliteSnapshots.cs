using Dapper;
using Microsoft.Data.Sqlite;

namespace Tessera.Server.Backups;

/// <summary>Several SQLite files as they are at one instant, to be copied afterwards while they go on.</summary>
/// <remarks>
/// Writers of all the files are kept out for the moment in which a reading transaction is begun on each; in write-ahead mode such a
/// transaction sees the file as it was then, for as long as it lasts.
/// </remarks>
internal sealed class SqliteSnapshots : IDisposable
{
    private const int BusyTimeoutSeconds = 60;
    private readonly List<(string File, SqliteConnection Connection)> snapshots = [];

    private SqliteSnapshots()
    {
    }

    /// <summary>Takes the snapshots.</summary>
    /// <exception cref="SqliteException">A file could not be locked or read.</exception>
    public static SqliteSnapshots Take(IEnumerable<string> files)
    {
        var taken = new SqliteSnapshots();
        List<SqliteConnection> locks = [];
        try
        {
            foreach (var file in files)
            {
                locks.Add(Open(file));
                locks[^1].Execute("BEGIN IMMEDIATE");
            }

            foreach (var locked in locks)
            {
                var connection = Open(locked.DataSource);
                taken.snapshots.Add((locked.DataSource, connection));

                // The transaction begins with its first reading.
                connection.Execute("BEGIN DEFERRED");
                connection.ExecuteScalar<long>("SELECT count(*) FROM sqlite_schema");
            }

            return taken;
        }
        catch
        {
            taken.Dispose();
            throw;
        }
        finally
        {
            locks.ForEach(held => held.Dispose());
        }
    }

    /// <summary>Copies each file, as it was, into a folder under its own name.</summary>
    public void CopyTo(string directory)
    {
        foreach (var (file, connection) in snapshots)
        {
            using var copy = Open(Path.Combine(directory, Path.GetFileName(file)), SqliteOpenMode.ReadWriteCreate);
            connection.BackupDatabase(copy);
        }
    }

    public void Dispose() => snapshots.ForEach(snapshot => snapshot.Connection.Dispose());

    private static SqliteConnection Open(string file, SqliteOpenMode mode = SqliteOpenMode.ReadWrite)
    {
        var connection = new SqliteConnection(
            new SqliteConnectionStringBuilder { DataSource = file, Mode = mode, Pooling = false, DefaultTimeout = BusyTimeoutSeconds }.ToString());
        try
        {
            connection.Open();
            return connection;
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }
}
