using System.Formats.Tar;
using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;
using Tessera.Engine.Library;
using Tessera.Testing;

namespace Tessera.Engine.Tests.Library;

public sealed class LibraryStoreTests : IDisposable
{
    private static readonly byte[] Content = Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat("library ", 10_000)));

    private readonly TemporaryDirectory cache = new();
    private int downloads;

    public void Dispose() => cache.Dispose();

    [Fact]
    public async Task EnsureAsync_FirstTime_PlacesTheLibraryAndReportsProgress()
    {
        List<EngineLibraryStage> stages = [];

        var path = await Store(Pinned()).EnsureAsync(Download, new Recorder(stages), CancellationToken.None);

        (await File.ReadAllBytesAsync(path)).ShouldBe(Content);
        path.ShouldStartWith(Path.Combine(cache.FullPath, "engine", LibraryPackage.Version));
        stages.ShouldContain(EngineLibraryStage.Checking);
        stages.ShouldContain(EngineLibraryStage.Unpacking);
        Directory.EnumerateFileSystemEntries(Path.GetDirectoryName(path)!).Select(Path.GetFileName).Order(StringComparer.Ordinal)
            .ShouldBe([".lock", "libchdb.so", "libchdb.so.length"]);
    }

    [Fact]
    public async Task EnsureAsync_AlreadyThere_DoesNotDownload()
    {
        var first = await Store(Pinned()).EnsureAsync(Download, null, CancellationToken.None);

        var second = await Store(Pinned()).EnsureAsync(_ => throw new InvalidOperationException("must not be called"), null, CancellationToken.None);

        second.ShouldBe(first);
    }

    [Fact]
    public async Task EnsureAsync_SeveralAtOnce_DownloadsOnce()
    {
        var paths = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(() =>
            Store(Pinned()).EnsureAsync(Download, null, CancellationToken.None))));

        paths.Distinct(StringComparer.Ordinal).Count().ShouldBe(1);
        downloads.ShouldBe(1);
    }

    [Fact]
    public async Task EnsureAsync_WrongHash_RefusesAndLeavesNothingBehind()
    {
        var store = Store(Pinned() with { Integrity = "sha512-AAAA" });

        var exception = await Should.ThrowAsync<EngineStartException>(() => store.EnsureAsync(Download, null, CancellationToken.None));

        exception.Message.ShouldContain("not the expected one");
        Directory.EnumerateFiles(cache.FullPath, "*", SearchOption.AllDirectories).Select(Path.GetFileName).ShouldBe([".lock"]);
    }

    [Fact]
    public async Task EnsureAsync_TruncatedLibrary_IsFetchedAgain()
    {
        var path = await Store(Pinned()).EnsureAsync(Download, null, CancellationToken.None);
        await File.WriteAllBytesAsync(path, Content.AsMemory(0, 100));

        await Store(Pinned()).EnsureAsync(Download, null, CancellationToken.None);

        (await File.ReadAllBytesAsync(path)).ShouldBe(Content);
        downloads.ShouldBe(2);
    }

    [Fact]
    public async Task EnsureAsync_LeftoversOfAKilledDownload_AreRemoved()
    {
        var path = await Store(Pinned()).EnsureAsync(Download, null, CancellationToken.None);
        File.Delete(path);
        var leftovers = Directory.CreateDirectory(Path.Combine(Path.GetDirectoryName(path)!, ".fetch", "npm")).FullName;
        await File.WriteAllTextAsync(Path.Combine(leftovers, "part"), "half");

        await Store(Pinned()).EnsureAsync(Download, null, CancellationToken.None);

        Directory.Exists(leftovers).ShouldBeFalse();
    }

    [Fact]
    public async Task EnsureAsync_PackageWithoutLibrary_SaysSo()
    {
        var archive = Archive("package/readme.txt");
        var store = Store(new LibraryPackage("@test/lib", Integrity(archive), null));

        var exception = await Should.ThrowAsync<EngineStartException>(
            () => store.EnsureAsync(directory => SaveAsync(directory, archive), null, CancellationToken.None));

        exception.Message.ShouldContain("holds no library");
    }

    [Fact]
    public async Task EnsureAsync_NoHashKnown_FetchesNothingAndSaysHowToStateIt()
    {
        var unpinned = Pinned() with { Integrity = null };

        var exception = await Should.ThrowAsync<EngineStartException>(() => Store(unpinned).EnsureAsync(Download, null, CancellationToken.None));

        downloads.ShouldBe(0);
        exception.Message.ShouldContain("npm view @test/lib@" + LibraryPackage.Version + " dist.integrity");
        exception.Message.ShouldContain("TESSERA_ENGINE_INTEGRITY");
    }

    [Fact]
    public async Task EnsureAsync_UnusableCache_SaysWhereAndWhatToDo()
    {
        var file = cache.Combine("file");
        await File.WriteAllTextAsync(file, "");

        var exception = await Should.ThrowAsync<EngineStartException>(
            () => new LibraryStore(file, Pinned()).EnsureAsync(Download, null, CancellationToken.None));

        exception.Message.ShouldContain(file);
        exception.Message.ShouldContain("TESSERA_CACHE");
    }

    [Theory]
    [InlineData("/own", null, "/own")]
    [InlineData(null, "/xdg", "/xdg/tessera")]
    public void DefaultRoot_Environment_Decides(string? own, string? xdg, string expected)
    {
        if (!OperatingSystem.IsMacOS())
        {
            LibraryStore.DefaultRoot(name => name == "TESSERA_CACHE" ? own : name == "XDG_CACHE_HOME" ? xdg : null).ShouldBe(expected);
        }
    }

    private static LibraryPackage Pinned() =>
        new("@test/lib", Integrity(Archive("package/libchdb.so")), null);

    private static string Integrity(byte[] archive) => "sha512-" + Convert.ToBase64String(SHA512.HashData(archive));

    private static byte[] Archive(string name)
    {
        using var bytes = new MemoryStream();
        using (var compressed = new GZipStream(bytes, CompressionLevel.Fastest, leaveOpen: true))
        using (var tar = new TarWriter(compressed))
        {
            tar.WriteEntry(new UstarTarEntry(TarEntryType.RegularFile, name) { DataStream = new MemoryStream(Content), ModificationTime = DateTimeOffset.UnixEpoch });
        }

        return bytes.ToArray();
    }

    private static async Task<string> SaveAsync(string directory, byte[] archive)
    {
        var path = Path.Combine(directory, "package.tgz");
        await File.WriteAllBytesAsync(path, archive);
        return path;
    }

    private LibraryStore Store(LibraryPackage package) => new(cache.FullPath, package);

    private Task<string> Download(string directory)
    {
        Interlocked.Increment(ref downloads);
        return SaveAsync(directory, Archive("package/libchdb.so"));
    }

    private sealed class Recorder(List<EngineLibraryStage> stages) : IProgress<EngineLibraryProgress>
    {
        public void Report(EngineLibraryProgress value) => stages.Add(value.Stage);
    }
}
