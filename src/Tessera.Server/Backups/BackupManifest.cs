using System.Text.Json;
using System.Text.Json.Serialization;

namespace Tessera.Server.Backups;

/// <summary>What a backup holds and of when it is: the file <c>manifest.json</c>, written last, so that a backup without it is none.</summary>
/// <param name="Format">The version of the layout.</param>
/// <param name="Id">The backup's id.</param>
/// <param name="Version">The version of Tessera that made it.</param>
/// <param name="CreatedAt">The instant it is of. Whoever was erased later is still in it.</param>
/// <param name="Workspaces">The keys of the workspaces in it.</param>
/// <param name="Counts">How many rows each table of the engine has, by its name, as questions see them.</param>
/// <param name="Bytes">How large it is.</param>
public sealed record BackupManifest(
    int Format, Guid Id, string Version, DateTimeOffset CreatedAt, IReadOnlyList<string> Workspaces, IReadOnlyDictionary<string, long> Counts, long Bytes)
{
    /// <summary>The layout that is written.</summary>
    internal const int CurrentFormat = 2;

    /// <summary>The oldest layout that is read, whose counts were of rows in files.</summary>
    internal const int OldestFormat = 1;

    private const string FileName = "manifest.json";

    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        WriteIndented = true, UnmappedMemberHandling = JsonUnmappedMemberHandling.Skip,
    };

    internal async Task WriteAsync(string directory, CancellationToken cancellationToken)
    {
        var draft = Path.Combine(directory, FileName + ".new");
        await File.WriteAllTextAsync(draft, JsonSerializer.Serialize(this, Json) + "\n", cancellationToken);
        File.Move(draft, Path.Combine(directory, FileName));
    }

    /// <summary>Reads the manifest of a backup; null when the directory is none.</summary>
    internal static async Task<BackupManifest?> ReadAsync(string directory, CancellationToken cancellationToken)
    {
        var file = Path.Combine(directory, FileName);
        try
        {
            return File.Exists(file) ? JsonSerializer.Deserialize<BackupManifest>(await File.ReadAllTextAsync(file, cancellationToken), Json) : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
