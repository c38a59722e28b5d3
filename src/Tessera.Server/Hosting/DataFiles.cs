using Microsoft.Data.Sqlite;

namespace Tessera.Server.Hosting;

/// <summary>Looks whether the databases of a data directory are whole; changes nothing.</summary>
public static class DataFiles
{
    /// <summary>The largest file that is read through; larger ones are only opened.</summary>
    private const long LargestRead = 2L << 30;

    /// <summary>The databases that a data directory has: metadata, state, log, live membership, documents of profiles.</summary>
    /// <param name="directory">The data directory.</param>
    public static IReadOnlyList<string> In(DataDirectory directory)
    {
        ArgumentNullException.ThrowIfNull(directory);
        return [.. new[] { directory.MetadataFile, directory.StateFile, directory.LogFile, directory.LiveFile, directory.ProfilesFile }.Where(File.Exists)];
    }

    /// <summary>What is wrong with a database, in SQLite's words; null when nothing is. Reads all of it, up to 2 GB.</summary>
    /// <param name="file">The file; a server may be using it.</param>
    public static string? Problem(string file)
    {
        try
        {
            using var connection = new SqliteConnection(
                new SqliteConnectionStringBuilder { DataSource = file, Mode = SqliteOpenMode.ReadOnly, Pooling = false }.ToString());
            connection.Open();
            using var check = connection.CreateCommand();
            check.CommandText = new FileInfo(file).Length <= LargestRead ? "PRAGMA quick_check(1)" : "SELECT CASE WHEN count(*) > 0 THEN 'ok' ELSE 'no tables' END FROM sqlite_schema";
            var verdict = check.ExecuteScalar() as string;
            return verdict == "ok" ? null : verdict ?? "no answer";
        }
        catch (SqliteException failure)
        {
            return failure.Message;
        }
    }
}
