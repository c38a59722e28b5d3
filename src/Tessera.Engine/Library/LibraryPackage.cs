using System.Runtime.InteropServices;

namespace Tessera.Engine.Library;

/// <summary>The npm package that carries the library for one platform.</summary>
/// <param name="Name">The package's name; the version is the same for all.</param>
/// <param name="Integrity">
/// Its published hash in npm's notation; null where it is not part of this source, and nothing is fetched unless the user states it.
/// </param>
/// <param name="ArchiveBytes">The size of the download, for progress only; null when unknown.</param>
internal sealed record LibraryPackage(string Name, string? Integrity, long? ArchiveBytes)
{
    public const string Version = "26.7.3-stable.1";

    /// <summary>Names the variable in which users state the hash for a platform whose hash is not part of this source.</summary>
    public const string IntegrityVariable = "TESSERA_ENGINE_INTEGRITY";

    /// <summary>Why nothing is fetched without a hash, and what to do, in one sentence.</summary>
    public string WithoutIntegrity =>
        $"The hash of {Name} {Version} is not part of Tessera, so a download could not be checked: ask npm for it (npm view {Name}@{Version} dist.integrity) "
        + $"and state it in {IntegrityVariable}, name a libchdb you trust in TESSERA_ENGINE_LIBRARY, or use a ClickHouse server with TESSERA_CLICKHOUSE_URL.";

    /// <summary>The package with the hash that the user states where there is none; a hash of ours stands whatever is stated.</summary>
    public LibraryPackage Or(string? stated) => Integrity is null && !string.IsNullOrWhiteSpace(stated) ? this with { Integrity = stated.Trim() } : this;

    /// <summary>The package for a platform; null when there is none.</summary>
    public static LibraryPackage? For(OSPlatform platform, Architecture architecture, bool musl) => (platform, architecture, musl) switch
    {
        _ when platform == OSPlatform.Linux && architecture == Architecture.X64 && !musl => new(
            "@chdb/lib-linux-x64-gnu",
            "sha512-XP97mMqnc5tZpKQywR8N7cLTsHNiTmHr30pC5mzo3jWmukjKn2IBa60c2B/gWUNcuFjOMjWoorQICCqBVj5wpw==",
            177_817_999),
        _ when platform == OSPlatform.Linux && architecture == Architecture.Arm64 && !musl => new("@chdb/lib-linux-arm64-gnu", null, null),
        _ when platform == OSPlatform.OSX && architecture == Architecture.X64 => new("@chdb/lib-darwin-x64", null, null),
        _ when platform == OSPlatform.OSX && architecture == Architecture.Arm64 => new("@chdb/lib-darwin-arm64", null, null),
        _ => null,
    };

    /// <summary>The package for this machine.</summary>
    /// <exception cref="EngineStartException">There is no library for this platform.</exception>
    public static LibraryPackage ForThisMachine()
    {
        var platform = OperatingSystem.IsMacOS() ? OSPlatform.OSX : OperatingSystem.IsLinux() ? OSPlatform.Linux : OSPlatform.Windows;
        var musl = RuntimeInformation.RuntimeIdentifier.Contains("musl", StringComparison.Ordinal);
        return For(platform, RuntimeInformation.OSArchitecture, musl) ?? throw new EngineStartException(
            $"There is no embedded engine for {RuntimeInformation.RuntimeIdentifier}; set TESSERA_CLICKHOUSE_URL to use a ClickHouse server instead.");
    }
}
