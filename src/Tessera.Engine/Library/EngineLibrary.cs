using Tessera.Engine.Library;

namespace Tessera.Engine;

/// <summary>The engine's library, libchdb: about 570 MB, fetched once per machine and version, then kept in the user's cache.</summary>
public static class EngineLibrary
{
    /// <summary>The version that this program is tested with, and the only one it fetches.</summary>
    public const string Version = LibraryPackage.Version;

    /// <summary>
    /// The path of the library on this machine, after fetching it if it is not there. The environment may name one
    /// directly (TESSERA_ENGINE_LIBRARY) or the cache to keep it in (TESSERA_CACHE, XDG_CACHE_HOME), and has to state the hash
    /// (TESSERA_ENGINE_INTEGRITY) on platforms for which this source has none.
    /// </summary>
    /// <param name="progress">Told about every step; called often.</param>
    /// <param name="cancellation">Stops the download and removes what there is of it.</param>
    /// <exception cref="EngineStartException">It cannot be had: no network, no npm, wrong hash, full disk, unsupported platform.</exception>
    public static Task<string> EnsureAsync(IProgress<EngineLibraryProgress>? progress = null, CancellationToken cancellation = default)
    {
        if (Environment.GetEnvironmentVariable("TESSERA_ENGINE_LIBRARY") is { Length: > 0 } own)
        {
            return File.Exists(own)
                ? Task.FromResult(Path.GetFullPath(own))
                : throw new EngineStartException($"TESSERA_ENGINE_LIBRARY names {own}, which does not exist.");
        }

        var package = LibraryPackage.ForThisMachine().Or(Environment.GetEnvironmentVariable(LibraryPackage.IntegrityVariable));
        var store = Store(package);
        return store.EnsureAsync(directory => new NpmDownload(package).RunAsync(directory, progress, cancellation), progress, cancellation);
    }

    /// <summary>The path of the library if it is on this machine already; null when <see cref="EnsureAsync"/> would fetch it.</summary>
    /// <exception cref="EngineStartException">There is no library for this platform.</exception>
    public static string? Find() => Environment.GetEnvironmentVariable("TESSERA_ENGINE_LIBRARY") is { Length: > 0 } own
        ? (File.Exists(own) ? Path.GetFullPath(own) : null)
        : Store(LibraryPackage.ForThisMachine()).Find();

    private static LibraryStore Store(LibraryPackage package) => new(LibraryStore.DefaultRoot(Environment.GetEnvironmentVariable), package);
}
