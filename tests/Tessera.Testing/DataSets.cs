namespace Tessera.Testing;

/// <summary>Finds the public data sets, which are no part of the repository; CONTRIBUTING.md says where each is published.</summary>
/// <remarks>
/// A continuous integration machine (CI is set) must have them; elsewhere a test that lacks its data is skipped. Such a test is a
/// <c>[SkippableFact]</c> or <c>[SkippableTheory]</c>.
/// </remarks>
public static class DataSets
{
    /// <summary>The full path of a data set.</summary>
    /// <param name="name">The file's name, such as <c>online_retail_rfm.csv</c>.</param>
    /// <exception cref="FileNotFoundException">It is not there, on a machine that must have it.</exception>
    /// <exception cref="SkipException">It is not there, on another machine.</exception>
    public static string Path(string name)
    {
        var path = Find(name);
        Skip.If(path is null, Missing(name));
        return path;
    }

    /// <summary>The full path of a data set, or null when this machine lacks it.</summary>
    /// <param name="name">The file's name.</param>
    /// <exception cref="FileNotFoundException">It is not there, on a machine that must have it.</exception>
    public static string? Find(string name)
    {
        var path = System.IO.Path.Combine(DataSetFolder.Find(RepositoryRoot.Path), name);
        return File.Exists(path) ? path
            : Environment.GetEnvironmentVariable("CI") is { Length: > 0 } ? throw new FileNotFoundException(Missing(name), path)
            : null;
    }

    private static string Missing(string name) =>
        $"The data set {name} is not in {DataSetFolder.Find(RepositoryRoot.Path)}; CONTRIBUTING.md says where it is published.";
}
