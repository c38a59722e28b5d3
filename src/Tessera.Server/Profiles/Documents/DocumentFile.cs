using Dapper;
using Microsoft.Data.Sqlite;
using Tessera.Domain;
using Tessera.Server.Hosting;

namespace Tessera.Server.Profiles.Documents;

/// <summary><c>profiles.db</c>: documents of profiles. Made anew when it was not closed, or goes with another log or state of the pipeline.</summary>
/// <remarks>Since it is made anew then, nothing in it is flushed to the medium until it is closed. One writes, and one reads beside.</remarks>
internal sealed class DocumentFile : IDisposable
{
    // Another number with each change of what a document looks like.
    private const int Version = 2;

    private readonly Lock writing = new();
    private readonly Lock reading = new();
    private readonly SqliteConnection writer;
    private readonly SqliteConnection reader;
    private readonly SqliteCommand find;

    /// <summary>Opens the file, or makes it.</summary>
    /// <exception cref="TesseraException">It cannot be used.</exception>
    public DocumentFile(string path, string logId, string stateId)
    {
        try
        {
            if (!IsWhole(path, logId, stateId))
            {
                foreach (var part in new[] { path, $"{path}-wal", $"{path}-shm" })
                {
                    File.Delete(part);
                }
            }

            writer = Open(path);
            writer.Execute("PRAGMA page_size = 8192; PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA secure_delete = ON;");
            writer.Execute(EmbeddedSql.Read("Profiles/Documents/DocumentSchema.sql"));
            writer.Execute(
                "DELETE FROM origin; INSERT INTO origin (version, log_id, state_id, is_whole) VALUES (@Version, @LogId, @StateId, 0);", new { Version, LogId = logId, StateId = stateId });
            writer.Execute("PRAGMA synchronous = OFF;");
            Passes =
            [
                .. writer.Query<(string Workspace, long Generation, byte[] After, long IsDone)>("SELECT workspace, generation, after, is_done FROM passes")
                    .Select(row => new DocumentPass(row.Workspace, row.Generation, new Guid(row.After, bigEndian: true), row.IsDone != 0)),
            ];
            reader = Open(path);
            find = reader.CreateCommand();
            find.CommandText = "SELECT generation, body FROM documents WHERE profile = $profile AND workspace = $workspace";
            find.Parameters.Add("$profile", SqliteType.Blob);
            find.Parameters.Add("$workspace", SqliteType.Text);
        }
        catch (Exception failure) when (failure is SqliteException or IOException or UnauthorizedAccessException)
        {
            reader?.Dispose();
            writer?.Dispose();
            throw new TesseraException($"The documents of profiles, {path}, cannot be used ({failure.Message}); delete the file, and it is made anew.", failure);
        }
    }

    /// <summary>How far each workspace was gone through when it was closed last.</summary>
    public IReadOnlyList<DocumentPass> Passes { get; }

    /// <summary>The document of a profile and the generation that it is of, or null.</summary>
    public (long Generation, byte[] Body)? Find(WorkspaceKey workspace, Guid profile)
    {
        lock (reading)
        {
            find.Parameters[0].Value = Key(profile);
            find.Parameters[1].Value = workspace.Value;
            using var rows = find.ExecuteReader();
            return rows.Read() ? (rows.GetInt64(0), (byte[])rows.GetValue(1)) : null;
        }
    }

    /// <summary>Writes documents, all or none.</summary>
    public void Write(WorkspaceKey workspace, long generation, IEnumerable<(Guid Profile, byte[] Body)> documents)
    {
        lock (writing)
        {
            using var transaction = writer.BeginTransaction();
            using var command = writer.CreateCommand();
            command.Transaction = transaction;
            command.CommandText =
                """
                INSERT INTO documents (profile, workspace, generation, body) VALUES ($profile, $workspace, $generation, $body)
                ON CONFLICT (profile) DO UPDATE SET workspace = excluded.workspace, generation = excluded.generation, body = excluded.body
                """;
            var (profile, body) = (command.Parameters.Add("$profile", SqliteType.Blob), command.Parameters.Add("$body", SqliteType.Blob));
            command.Parameters.AddWithValue("$workspace", workspace.Value);
            command.Parameters.AddWithValue("$generation", generation);
            foreach (var document in documents)
            {
                (profile.Value, body.Value) = (Key(document.Profile), document.Body);
                command.ExecuteNonQuery();
            }

            transaction.Commit();
        }
    }

    /// <summary>Removes documents, if they are there; their bytes are overwritten.</summary>
    public void Remove(IEnumerable<Guid> profiles)
    {
        lock (writing)
        {
            using var transaction = writer.BeginTransaction();
            writer.Execute("DELETE FROM documents WHERE profile = @Profile", profiles.Select(profile => new { Profile = Key(profile) }), transaction);
            transaction.Commit();
        }
    }

    /// <summary>Folds the write-ahead file back and empties it, so that nothing of what was removed is in any file.</summary>
    /// <exception cref="IOException">Somebody reads just now; try again.</exception>
    public void Forget()
    {
        lock (writing)
        {
            if (writer.ExecuteScalar<long>("PRAGMA wal_checkpoint(TRUNCATE)") != 0)
            {
                throw new IOException("The documents of profiles are being read.");
            }
        }
    }

    /// <summary>Closes the file, so that it is good for the next start.</summary>
    public void Close(IEnumerable<DocumentPass> passes)
    {
        lock (writing)
        {
            // What was written is on the medium before it is said to be whole.
            writer.Execute("PRAGMA synchronous = FULL;");
            writer.Execute("DELETE FROM passes");
            writer.Execute(
                "INSERT INTO passes (workspace, generation, after, is_done) VALUES (@Workspace, @Generation, @After, @IsDone)",
                passes.Select(pass => new { pass.Workspace, pass.Generation, After = Key(pass.After), IsDone = pass.IsDone ? 1L : 0L }));
            writer.Execute("PRAGMA wal_checkpoint(TRUNCATE)");
            writer.Execute("UPDATE origin SET is_whole = 1");
        }
    }

    public void Dispose()
    {
        find.Dispose();
        reader.Dispose();
        writer.Dispose();
    }

    private static bool IsWhole(string path, string logId, string stateId)
    {
        try
        {
            using var connection = Open(path);
            return connection.QuerySingleOrDefault<(long Version, string LogId, string StateId, long IsWhole)>("SELECT version, log_id, state_id, is_whole FROM origin")
                == (Version, logId, stateId, 1);
        }
        catch (SqliteException)
        {
            // There is none yet, or it is damaged.
            return false;
        }
    }

    private static SqliteConnection Open(string path)
    {
        var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = path, Pooling = false, DefaultTimeout = 30 }.ToString());
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

    private static byte[] Key(Guid profile) => profile.ToByteArray(bigEndian: true);
}
