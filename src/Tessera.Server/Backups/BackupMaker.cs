using Dapper;
using Tessera.ClickHouse;
using Tessera.Server.Hosting;
using Tessera.Server.Hosting.Analytics;
using Tessera.Server.Workspaces.Contracts;

namespace Tessera.Server.Backups;

/// <summary>Makes a backup of everything while the server runs.</summary>
/// <remarks>
/// A backup is of one instant, as if the server had been killed then; starting on it is what starting after a crash is, which is tested for
/// losing and doubling nothing. To have one instant of four stores, the engine is kept still (whoever writes to it waits), the SQLite files are
/// held for the moment in which a snapshot of each is begun, and the engine's backup is made before anybody writes to it again: whatever the
/// files say was stored is in it. Calls are accepted all the while, for the log does not wait; the snapshots are copied last, in peace.
/// </remarks>
internal sealed class BackupMaker(
    DataDirectory data, IAnalyticalEngine engine, WriteGate gate, IWorkspaceDirectory workspaces, MetadataDatabase metadata, TimeProvider time) : IDisposable
{
    private static readonly TimeSpan WritersPatience = TimeSpan.FromMinutes(10);
    private static readonly TimeSpan EnginePatience = TimeSpan.FromHours(2);

    private readonly SemaphoreSlim turn = new(1);

    /// <summary>Makes a backup.</summary>
    /// <param name="directory">Where; it must not exist or be empty.</param>
    /// <param name="cancellationToken">Gives up; the directory then holds no backup.</param>
    /// <exception cref="TesseraException">It cannot be made there, or at all.</exception>
    public async Task<BackupManifest> MakeAsync(string directory, CancellationToken cancellationToken)
    {
        if (engine is not EmbeddedEngine)
        {
            throw new TesseraException("This server uses a ClickHouse server; back that up by its own means, with the data directory's files while this server is stopped.");
        }

        await turn.WaitAsync(cancellationToken);
        try
        {
            return await MakeInTurnAsync(directory, cancellationToken);
        }
        catch (TimeoutException exception)
        {
            throw new TesseraException("The engine was written to for longer than ten minutes without a pause, perhaps by an import; make the backup when that is over.", exception);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new TesseraException($"The backup could not be written to {directory}: {exception.Message}", exception);
        }
        finally
        {
            turn.Release();
        }
    }

    public void Dispose() => turn.Dispose();

    private async Task<BackupManifest> MakeInTurnAsync(string directory, CancellationToken cancellationToken)
    {
        if (Directory.Exists(directory) && Directory.EnumerateFileSystemEntries(directory).Any())
        {
            throw new TesseraException($"{directory} is not empty; give a directory that does not exist yet.");
        }

        BackupLayout.Create(directory);
        var known = (await workspaces.ListAsync(cancellationToken)).Select(workspace => workspace.Key).ToList();
        var id = Guid.CreateVersion7(time.GetUtcNow());
        var folder = BackupLayout.EngineFolder(data, id.ToString("N"));
        try
        {
            var (at, counts, snapshots) = await HoldAsync(id, cancellationToken);
            using (snapshots)
            {
                snapshots.CopyTo(directory);
            }

            BackupLayout.Move(folder, Path.Combine(directory, BackupLayout.Engine));
            CopyFiles(directory);
            var manifest = new BackupManifest(BackupManifest.CurrentFormat, id, ServerVersion.Text, at, known, counts, BackupLayout.SizeOf(directory));
            await manifest.WriteAsync(directory, cancellationToken);
            await NoteAsync(manifest, directory, cancellationToken);
            return manifest;
        }
        finally
        {
            if (Directory.Exists(folder))
            {
                Directory.Delete(folder, recursive: true);
            }
        }
    }

    private async Task<(DateTimeOffset At, IReadOnlyDictionary<string, long> Counts, SqliteSnapshots Snapshots)> HoldAsync(Guid id, CancellationToken cancellationToken)
    {
        // A client of its own, for the server's waits at the gate.
        using var client = new ClickHouseClient(() => engine.Options, time);
        using var closed = await gate.CloseAsync(WritersPatience, cancellationToken);
        var at = time.GetUtcNow();
        var snapshots = SqliteSnapshots.Take(BackupLayout.Databases(data));
        try
        {
            var database = engine.Options.Database;
            await client.ExecuteAsync(new Statement($"BACKUP DATABASE {database} TO File('{id:N}')").WithTimeout(EnginePatience), cancellationToken);
            return (at, await EngineTables.CountAsync(client, database, cancellationToken), snapshots);
        }
        catch
        {
            snapshots.Dispose();
            throw;
        }
    }

    private void CopyFiles(string directory)
    {
        foreach (var secret in BackupLayout.Secrets(data).Where(File.Exists))
        {
            SecretFile.Write(Path.Combine(directory, Path.GetFileName(secret)), File.ReadAllText(secret).Trim());
        }

        if (Directory.Exists(data.ImportsDirectory))
        {
            BackupLayout.Copy(data.ImportsDirectory, Path.Combine(directory, Path.GetFileName(data.ImportsDirectory)));
        }
    }

    private async Task NoteAsync(BackupManifest manifest, string directory, CancellationToken cancellationToken)
    {
        await using var connection = await metadata.OpenAsync(cancellationToken);
        await connection.ExecuteAsync(
            "INSERT INTO backups (id, directory, created_at, bytes, events, profiles) VALUES (@Id, @Directory, @CreatedAt, @Bytes, @Events, @Profiles)",
            new
            {
                manifest.Id,
                Directory = directory,
                manifest.CreatedAt,
                manifest.Bytes,
                Events = manifest.Counts.GetValueOrDefault("events"),
                Profiles = manifest.Counts.GetValueOrDefault("profiles"),
            });
    }
}
