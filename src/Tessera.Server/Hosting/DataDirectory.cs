namespace Tessera.Server.Hosting;

/// <summary>The layout of a data directory: where each thing that the server keeps lies.</summary>
/// <remarks>See <c>docs/operations/data-directory.md</c>.</remarks>
public sealed class DataDirectory
{
    /// <param name="path">The directory, absolute or relative to the current one.</param>
    public DataDirectory(string path) => Root = Path.TrimEndingDirectorySeparator(Path.GetFullPath(path));

    /// <summary>The directory itself, as an absolute path.</summary>
    public string Root { get; }

    /// <summary>Metadata: workspaces, access, imports, models.</summary>
    public string MetadataFile => Path.Combine(Root, "tessera.db");

    /// <summary>The event log: every tracking call, durable before it is acknowledged.</summary>
    public string LogFile => Path.Combine(Root, "log.db");

    /// <summary>How far the pipeline has come in the log, and what it must know to go on.</summary>
    public string StateFile => Path.Combine(Root, "state.db");

    /// <summary>What segments keep of each customer to follow their calls; made anew from the engine when it is missing.</summary>
    public string LiveFile => Path.Combine(Root, "live.db");

    /// <summary>What the engine answers of each profile, kept beside it; made anew when it is missing.</summary>
    public string ProfilesFile => Path.Combine(Root, "profiles.db");

    /// <summary>The embedded engine's own files.</summary>
    public string EngineDirectory => Path.Combine(Root, "engine");

    /// <summary>The administrator's token, mode 0600.</summary>
    public string AdminTokenFile => Path.Combine(Root, "admin.token");

    /// <summary>The write key of the default source, mode 0600.</summary>
    public string WriteKeyFile => Path.Combine(Root, "write.key");

    /// <summary>Says where the running server answers; absent when none runs.</summary>
    public string ServerFile => Path.Combine(Root, "server.json");

    /// <summary>Names the process that holds the lock.</summary>
    public string PidFile => Path.Combine(Root, "tessera.pid");

    /// <summary>Held open, locked, by the one process that uses the directory.</summary>
    public string LockFile => Path.Combine(Root, "tessera.lock");

    /// <summary>There while a backup is being restored into the directory, which holds half of it until then.</summary>
    public string RestoringFile => Path.Combine(Root, "restoring");

    /// <summary>Uploaded files while they are being imported, and the rows that were rejected.</summary>
    public string ImportsDirectory => Path.Combine(Root, "imports");

    /// <summary>The path of the directory.</summary>
    public override string ToString() => Root;

    /// <summary>Makes the directory, for its owner only, and checks that it can be written.</summary>
    /// <exception cref="TesseraException">It cannot be created or written.</exception>
    public void Create()
    {
        try
        {
            if (!Directory.Exists(Root))
            {
                Directory.CreateDirectory(Root);
                if (!OperatingSystem.IsWindows())
                {
                    File.SetUnixFileMode(Root, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
                }
            }

            var probe = Path.Combine(Root, $".probe-{Environment.ProcessId}");
            File.WriteAllText(probe, "tessera");
            File.Delete(probe);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw DataDirectoryFailure.Sentence(this, exception);
        }
    }
}
