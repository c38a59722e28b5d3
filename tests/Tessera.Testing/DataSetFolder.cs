namespace Tessera.Testing;

/// <summary>The folder of the public data sets that tests and benchmarks use.</summary>
internal static class DataSetFolder
{
    /// <summary>
    /// The folder that TESSERA_DATA_SETS names; else the checkout's own <c>data-sets</c>, which git ignores; else <c>shared/data</c> beside
    /// the checkout, where several checkouts share theirs.
    /// </summary>
    /// <param name="root">The root of the checkout.</param>
    /// <returns>The folder, whether it exists or not.</returns>
    public static string Find(string root)
    {
        var own = Path.Combine(root, "data-sets");
        var shared = Path.GetFullPath(Path.Combine(root, "..", "shared", "data"));
        return Environment.GetEnvironmentVariable("TESSERA_DATA_SETS") is { Length: > 0 } named ? named
            : !Directory.Exists(own) && Directory.Exists(shared) ? shared
            : own;
    }
}
