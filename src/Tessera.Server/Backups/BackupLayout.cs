using Tessera.Server.Hosting;

namespace Tessera.Server.Backups;

/// <summary>Where things lie in a backup, and how they get there and back.</summary>
internal static class BackupLayout
{
    private const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;

    /// <summary>The engine's part.</summary>
    public const string Engine = "engine";

    /// <summary>The SQLite files of a data directory.</summary>
    public static IReadOnlyList<string> Databases(DataDirectory directory) => [directory.MetadataFile, directory.StateFile, directory.LogFile];

    /// <summary>The secrets of a data directory, without which the tokens in use would be good for nothing.</summary>
    public static IReadOnlyList<string> Secrets(DataDirectory directory) => [directory.AdminTokenFile, directory.WriteKeyFile];

    /// <summary>The folder to which the engine writes its backups, and from which it restores them: it may use no other.</summary>
    public static string EngineFolder(DataDirectory directory, string name) => Path.Combine(directory.EngineDirectory, "backups", name);

    /// <summary>Makes a directory that only its owner may open.</summary>
    public static void Create(string directory)
    {
        if (OperatingSystem.IsWindows())
        {
            Directory.CreateDirectory(directory);
        }
        else
        {
            Directory.CreateDirectory(directory, OwnerOnly);
        }
    }

    /// <summary>Moves a folder; onto another disk by copying it.</summary>
    public static void Move(string from, string to)
    {
        try
        {
            Directory.Move(from, to);
        }
        catch (IOException)
        {
            Copy(from, to);
            Directory.Delete(from, recursive: true);
        }
    }

    /// <summary>Copies a folder with all that is in it; a file that goes away meanwhile is left out.</summary>
    public static void Copy(string from, string to)
    {
        Create(to);
        foreach (var file in Directory.EnumerateFiles(from))
        {
            try
            {
                File.Copy(file, Path.Combine(to, Path.GetFileName(file)));
            }
            catch (FileNotFoundException)
            {
                // An import that has just ended took it away.
            }
        }

        foreach (var folder in Directory.EnumerateDirectories(from))
        {
            Copy(folder, Path.Combine(to, Path.GetFileName(folder)));
        }
    }

    /// <summary>How large everything below a folder is.</summary>
    public static long SizeOf(string directory) => new DirectoryInfo(directory).EnumerateFiles("*", SearchOption.AllDirectories).Sum(file => file.Length);
}
