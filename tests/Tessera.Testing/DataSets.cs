namespace Tessera.Testing;

/// <summary>Finds the real data sets, which are too large for the repository.</summary>
/// <remarks>
/// They are in the folder that TESSERA_DATA_SETS names, or else in <c>../shared/data</c> beside the repository. A continuous
/// integration machine (CI is set) must have them; elsewhere a test that lacks its data ends with a notice.
/// </remarks>
public static class DataSets
{
    /// <summary>The folder of the data sets, whether it exists or not.</summary>
    public static string Folder =>
        Environment.GetEnvironmentVariable("TESSERA_DATA_SETS") is { Length: > 0 } folder
            ? folder
            : System.IO.Path.GetFullPath(System.IO.Path.Combine(RepositoryRoot.Path, "..", "shared", "data"));

    /// <summary>The full path of a data set.</summary>
    /// <param name="name">The file's name, such as <c>online_retail_rfm.csv</c>.</param>
    /// <exception cref="FileNotFoundException">It is not there.</exception>
    public static string Path(string name)
    {
        var path = System.IO.Path.Combine(Folder, name);
        return File.Exists(path) ? path : throw Missing(path);
    }

    /// <summary>The full path of a data set, or false with a notice when this machine lacks it and is not CI.</summary>
    /// <param name="name">The file's name.</param>
    /// <param name="path">The full path.</param>
    /// <exception cref="FileNotFoundException">It is not there, on a machine that must have it.</exception>
    public static bool TryPath(string name, out string path)
    {
        path = System.IO.Path.Combine(Folder, name);
        if (File.Exists(path))
        {
            return true;
        }

        if (Environment.GetEnvironmentVariable("CI") is { Length: > 0 })
        {
            throw Missing(path);
        }

        Console.WriteLine($"Not tested: {path} is missing (set TESSERA_DATA_SETS to the folder that has it).");
        return false;
    }

    private static FileNotFoundException Missing(string path) =>
        new($"The data set {path} is missing; set TESSERA_DATA_SETS to the folder that has it.", path);
}
