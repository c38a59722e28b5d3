using Microsoft.Extensions.Logging.Abstractions;
using Tessera.ClickHouse;
using Tessera.Engine;
using Tessera.Server.Hosting;
using Tessera.Server.Hosting.Analytics;

namespace Tessera.Server.Backups;

/// <summary>Makes a data directory of a backup, and checks that everything is in it.</summary>
public static class BackupRestoration
{
    private const string Folder = "restoring";
    private static readonly TimeSpan Patience = TimeSpan.FromHours(2);

    /// <summary>Restores a backup. Start a server on the directory afterwards.</summary>
    /// <param name="backup">The backup's directory; it is not changed.</param>
    /// <param name="options">The data directory to make, which must hold no data yet, and how the engine is to run.</param>
    /// <param name="cancellationToken">Gives up; nothing of it is left in the data directory.</param>
    /// <returns>What was restored.</returns>
    /// <exception cref="TesseraException">There is no whole backup, the data directory is in use, or counts differ.</exception>
    public static async Task<BackupManifest> RestoreAsync(string backup, TesseraServerOptions options, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(options);
        var manifest = await BackupManifest.ReadAsync(backup, cancellationToken)
            ?? throw new TesseraException($"{backup} holds no whole backup: its manifest.json is missing or cannot be read.");
        if (manifest.Format is < BackupManifest.OldestFormat or > BackupManifest.CurrentFormat)
        {
            throw new TesseraException($"The backup {backup} was made by version {manifest.Version}, whose layout this version does not know; restore it with that version.");
        }

        var data = new DataDirectory(options.DataDirectory);
        if (!File.Exists(data.RestoringFile) && Made(data).Any(Path.Exists))
        {
            throw new TesseraException($"{data.Root} holds data already; restore into a directory that does not exist yet, with --data.");
        }

        using var claim = await DataDirectoryLock.AcquireAsync(data, options.Time, cancellationToken);
        try
        {
            await RestoreWholeAsync(backup, manifest, data, options, cancellationToken);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new TesseraException($"The backup could not be restored into {data.Root}: {exception.Message}", exception);
        }
        catch (ClickHouseException exception)
        {
            throw new TesseraException($"The engine could not restore its part of the backup: {exception.Message}", exception);
        }

        return manifest;
    }

    // As long as the mark is there no server starts on the directory; what an interrupted restoring left is removed by the next.
    private static async Task RestoreWholeAsync(
        string backup, BackupManifest manifest, DataDirectory data, TesseraServerOptions options, CancellationToken cancellationToken)
    {
        await File.WriteAllTextAsync(data.RestoringFile, backup + "\n", cancellationToken);
        try
        {
            Remove(data);
            CopyFiles(backup, data);
            await RestoreEngineAsync(manifest, data, options, cancellationToken);
        }
        catch
        {
            Remove(data);
            File.Delete(data.RestoringFile);
            throw;
        }

        File.Delete(data.RestoringFile);
    }

    private static IEnumerable<string> Made(DataDirectory data) =>
        [.. BackupLayout.Databases(data), .. BackupLayout.Secrets(data), data.ImportsDirectory, data.EngineDirectory];

    private static void Remove(DataDirectory data)
    {
        foreach (var path in Made(data))
        {
            if (Directory.Exists(path))
            {
                Directory.Delete(path, recursive: true);
            }
            else
            {
                File.Delete(path);
            }
        }
    }

    private static void CopyFiles(string backup, DataDirectory data)
    {
        foreach (var file in BackupLayout.Databases(data).Concat(BackupLayout.Secrets(data)))
        {
            var kept = Path.Combine(backup, Path.GetFileName(file));
            if (File.Exists(kept))
            {
                File.Copy(kept, file);
            }
        }

        var imports = Path.Combine(backup, Path.GetFileName(data.ImportsDirectory));
        if (Directory.Exists(imports))
        {
            BackupLayout.Copy(imports, data.ImportsDirectory);
        }

        BackupLayout.Create(Path.GetDirectoryName(BackupLayout.EngineFolder(data, Folder))!);
        BackupLayout.Copy(Path.Combine(backup, BackupLayout.Engine), BackupLayout.EngineFolder(data, Folder));
    }

    private static async Task RestoreEngineAsync(BackupManifest manifest, DataDirectory data, TesseraServerOptions options, CancellationToken cancellationToken)
    {
        await using (var engine = new EmbeddedEngine(options, data, NullLogger<EngineSupervisor>.Instance))
        {
            await engine.StartAsync(cancellationToken);
            var database = engine.Options.Database;
            using var client = new ClickHouseClient(() => engine.Options with { Database = "default" }, options.Time);
            await client.ExecuteAsync(new Statement($"RESTORE DATABASE {database} FROM File('{Folder}')").WithTimeout(Patience), cancellationToken);
            Compare(manifest, await EngineTables.CountAsync(client, database, cancellationToken));
        }

        Directory.Delete(BackupLayout.EngineFolder(data, Folder), recursive: true);
    }

    private static void Compare(BackupManifest manifest, IReadOnlyDictionary<string, long> restored)
    {
        // The first layout counted rows in files, which merging makes fewer: those counts say nothing now. The engine checks each file all the same.
        if (manifest.Format == BackupManifest.OldestFormat)
        {
            return;
        }

        foreach (var (table, rows) in manifest.Counts)
        {
            if (restored.GetValueOrDefault(table) != rows)
            {
                throw new TesseraException($"The backup is damaged: its table {table} has {restored.GetValueOrDefault(table)} rows where the manifest says {rows}.");
            }
        }
    }
}
