using Dapper;
using Microsoft.Data.Sqlite;
using Tessera.Server.Hosting;

namespace Tessera.Server.Pipeline.Contracts;

/// <summary><c>state.db</c>: a SQLite file in write-ahead mode, every commit on the medium before it returns. One connection, used in turns.</summary>
internal sealed class StateDatabase : IAsyncDisposable
{
    private readonly SqliteConnection connection;
    private readonly SemaphoreSlim turn = new(1);
    private bool isClosed;

    /// <summary>Opens the file, or makes it.</summary>
    /// <param name="file">The file.</param>
    /// <exception cref="TesseraException">The file cannot be used.</exception>
    public StateDatabase(string file)
    {
        File = file;
        connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = file, Pooling = false, DefaultTimeout = 30 }.ToString());
        Prepare(opened =>
        {
            opened.Open();
            opened.Execute("PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA secure_delete = ON;");
        });
    }

    /// <summary>Where it is.</summary>
    public string File { get; }

    /// <summary>Makes the tables of one of its users, before anything else is done with them.</summary>
    /// <exception cref="TesseraException">The file cannot be used.</exception>
    public void Prepare(Action<SqliteConnection> make)
    {
        turn.Wait();
        try
        {
            make(connection);
        }
        catch (SqliteException failure)
        {
            connection.Dispose();
            throw new TesseraException($"The pipeline's state {File} cannot be used ({failure.Message}); free space on the disk, or put back a copy.", failure);
        }
        finally
        {
            turn.Release();
        }
    }

    /// <summary>Works with the connection while nobody else does.</summary>
    public async Task<T> UseAsync<T>(Func<SqliteConnection, Task<T>> work, CancellationToken cancellationToken)
    {
        await turn.WaitAsync(cancellationToken);
        try
        {
            return await work(connection);
        }
        finally
        {
            turn.Release();
        }
    }

    /// <summary>Works with the connection in one transaction, which is durable when this returns.</summary>
    public Task<T> ChangeAsync<T>(Func<SqliteConnection, SqliteTransaction, T> work, CancellationToken cancellationToken) => UseAsync(
        async connection =>
        {
            await using var transaction = connection.BeginTransaction();
            var result = work(connection, transaction);
            await transaction.CommitAsync(CancellationToken.None);
            return result;
        },
        cancellationToken);

    /// <summary>Folds the write-ahead file back and empties it, so that nothing of what was deleted is in any file.</summary>
    /// <exception cref="IOException">Somebody reads just now; try again.</exception>
    public Task ForgetAsync(CancellationToken cancellationToken) => UseAsync(
        async connection => await connection.ExecuteScalarAsync<long>("PRAGMA wal_checkpoint(TRUNCATE)") == 0 ? true : throw new IOException($"{File} is being read."), cancellationToken);

    public async ValueTask DisposeAsync()
    {
        if (!isClosed)
        {
            isClosed = true;
            await turn.WaitAsync();
            await connection.DisposeAsync();
            turn.Dispose();
        }
    }
}
