using System.Text.Json;

namespace Tessera.Server.Hosting;

/// <summary>What <c>server.json</c> says about the server that runs on a data directory.</summary>
/// <param name="Pid">The process.</param>
/// <param name="Url">Where it answers.</param>
/// <param name="StartedAt">Since when.</param>
public sealed record ServerRecord(int Pid, Uri Url, DateTimeOffset StartedAt)
{
    /// <summary>
    /// The record of the server that runs on the directory, or null. A record left by a server that was killed counts as none:
    /// nobody holds the directory's lock then.
    /// </summary>
    public static ServerRecord? FindRunning(DataDirectory directory) =>
        IsLocked(directory) ? Read(directory) : null;

    internal static ServerRecord? Read(DataDirectory directory)
    {
        try
        {
            return JsonSerializer.Deserialize<ServerRecord>(File.ReadAllText(directory.ServerFile), JsonSerializerOptions.Web);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or JsonException)
        {
            return null;
        }
    }

    /// <summary>Written beside and renamed, so that nobody reads half a record.</summary>
    internal void Write(DataDirectory directory)
    {
        var draft = directory.ServerFile + ".new";
        File.WriteAllText(draft, JsonSerializer.Serialize(this, JsonSerializerOptions.Web));
        File.Move(draft, directory.ServerFile, overwrite: true);
    }

    private static bool IsLocked(DataDirectory directory)
    {
        try
        {
            using var probe = new FileStream(directory.LockFile, FileMode.Open, FileAccess.Read, FileShare.Read);
            return false;
        }
        catch (FileNotFoundException)
        {
            return false;
        }
        catch (DirectoryNotFoundException)
        {
            return false;
        }
        catch (UnauthorizedAccessException)
        {
            return false;
        }
        catch (IOException)
        {
            return true;
        }
    }
}
