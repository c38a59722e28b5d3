namespace Tessera.Testing;

/// <summary>Finds the repository that the running tests were built from.</summary>
public static class RepositoryRoot
{
    private const string Landmark = "Tessera.slnx";

    /// <summary>The full path of the repository's root.</summary>
    public static string Path { get; } = Find();

    private static string Find()
    {
        for (var directory = new DirectoryInfo(AppContext.BaseDirectory); directory is not null; directory = directory.Parent)
        {
            if (File.Exists(System.IO.Path.Combine(directory.FullName, Landmark)))
            {
                return directory.FullName;
            }
        }

        throw new DirectoryNotFoundException($"No folder above {AppContext.BaseDirectory} holds {Landmark}.");
    }
}
