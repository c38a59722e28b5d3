namespace Tessera.Testing;

/// <summary>A new, empty directory that is removed with everything in it on disposal.</summary>
public sealed class TemporaryDirectory : IDisposable
{
    /// <summary>Creates the directory.</summary>
    public TemporaryDirectory() => FullPath = Directory.CreateTempSubdirectory("tessera-test-").FullName;

    /// <summary>The directory's full path.</summary>
    public string FullPath { get; }

    /// <summary>The full path of a file or folder inside, which need not exist.</summary>
    /// <param name="parts">The path inside the directory.</param>
    public string Combine(params string[] parts) => Path.Combine([FullPath, .. parts]);

    /// <inheritdoc />
    public void Dispose()
    {
        if (Directory.Exists(FullPath))
        {
            Directory.Delete(FullPath, recursive: true);
        }
    }
}
