using System.Formats.Tar;
using System.IO.Compression;
using System.Security.Cryptography;

namespace Tessera.Engine.Library;

/// <summary>The user's cache of engine libraries: one directory per version, a library in place only when whole and checked.</summary>
internal sealed class LibraryStore(string root, LibraryPackage package)
{
    private const string FileName = "libchdb.so";
    private const int NoSpaceLeft = 28;

    private static readonly TimeSpan LockRetry = TimeSpan.FromMilliseconds(500);

    private readonly string directory = Path.Combine(root, "engine", LibraryPackage.Version, package.Name[(package.Name.IndexOf('/', StringComparison.Ordinal) + 1)..]);

    public static string DiskFull => "The disk is full: the engine's library needs about 1 GB while it is fetched, 600 MB afterwards; free some space, or set TESSERA_CACHE to a directory on another disk.";

    private string LibraryPath => Path.Combine(directory, FileName);

    // Written before the library is put in place: its length, against later truncation.
    private string LengthPath => LibraryPath + ".length";

    /// <summary>The directory that TESSERA_CACHE, the platform's convention or the home directory point to.</summary>
    public static string DefaultRoot(Func<string, string?> environment)
    {
        if (environment("TESSERA_CACHE") is { Length: > 0 } own)
        {
            return own;
        }

        var home = Environment.GetFolderPath(Environment.SpecialFolder.UserProfile);
        return OperatingSystem.IsMacOS()
            ? Path.Combine(home, "Library", "Caches", "tessera")
            : Path.Combine(environment("XDG_CACHE_HOME") is { Length: > 0 } cache ? cache : Path.Combine(home, ".cache"), "tessera");
    }

    /// <summary>The library's path when it is there, whole; null otherwise.</summary>
    public string? Find() => IsInPlace() ? LibraryPath : null;

    /// <summary>The library's path, after fetching it if it is not there. Safe while other processes do the same.</summary>
    /// <param name="download">Leaves the package's archive in a directory and answers with its path.</param>
    /// <param name="progress">Told about every step; null: nobody.</param>
    /// <param name="cancellation">Gives up, and removes what has been fetched so far.</param>
    /// <exception cref="EngineStartException">It cannot be had; the message is one sentence for the user.</exception>
    public async Task<string> EnsureAsync(
        Func<string, Task<string>> download, IProgress<EngineLibraryProgress>? progress, CancellationToken cancellation)
    {
        if (IsInPlace())
        {
            return LibraryPath;
        }

        var integrity = package.Integrity ?? throw new EngineStartException(package.WithoutIntegrity);
        try
        {
            Directory.CreateDirectory(directory);
            await using var exclusive = await LockAsync(progress, cancellation);
            if (IsInPlace())
            {
                return LibraryPath;
            }

            RemoveLeftovers();
            var work = Directory.CreateDirectory(Path.Combine(directory, ".fetch")).FullName;
            try
            {
                var archive = await download(work);
                await CheckAsync(archive, integrity, progress, cancellation);
                await UnpackAsync(archive, Path.Combine(work, FileName), progress, cancellation);
                await File.WriteAllTextAsync(LengthPath, Length(Path.Combine(work, FileName)), cancellation);
                File.Move(Path.Combine(work, FileName), LibraryPath, overwrite: true);
            }
            finally
            {
                Directory.Delete(work, recursive: true);
            }

            return LibraryPath;
        }
        catch (IOException exception) when (exception.HResult == NoSpaceLeft || exception.Message.Contains("No space left", StringComparison.Ordinal))
        {
            throw new EngineStartException(DiskFull, exception);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new EngineStartException($"The engine's library cannot be kept in {directory}: {exception.Message} Set TESSERA_CACHE to a directory you can write to.", exception);
        }
    }

    private static string Length(string path) => new FileInfo(path).Length.ToString(System.Globalization.CultureInfo.InvariantCulture);

    private bool IsInPlace() => File.Exists(LibraryPath) && File.Exists(LengthPath) && File.ReadAllText(LengthPath) == Length(LibraryPath);

    private async Task<FileStream> LockAsync(IProgress<EngineLibraryProgress>? progress, CancellationToken cancellation)
    {
        while (true)
        {
            try
            {
                // The operating system releases the lock when its holder ends, also by a kill.
                return new FileStream(Path.Combine(directory, ".lock"), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
            }
            catch (IOException exception) when (exception is not (DirectoryNotFoundException or FileNotFoundException) && exception.HResult != NoSpaceLeft)
            {
                progress?.Report(new EngineLibraryProgress(EngineLibraryStage.Waiting, 0, null));
                await Task.Delay(LockRetry, TimeProvider.System, cancellation);
            }
        }
    }

    /// <summary>What a killed download left; only the holder of the lock may be working here.</summary>
    private void RemoveLeftovers()
    {
        var work = Path.Combine(directory, ".fetch");
        if (Directory.Exists(work))
        {
            Directory.Delete(work, recursive: true);
        }
    }

    private async Task CheckAsync(string archive, string integrity, IProgress<EngineLibraryProgress>? progress, CancellationToken cancellation)
    {
        progress?.Report(new EngineLibraryProgress(EngineLibraryStage.Checking, 0, new FileInfo(archive).Length));
        await using var stream = File.OpenRead(archive);
        var actual = "sha512-" + Convert.ToBase64String(await SHA512.HashDataAsync(stream, cancellation));
        if (actual != integrity)
        {
            throw new EngineStartException(
                $"The download of {package.Name} {LibraryPackage.Version} is not the expected one (its hash is {actual}); check which registry npm uses, then try again.");
        }
    }

    private async Task UnpackAsync(string archive, string target, IProgress<EngineLibraryProgress>? progress, CancellationToken cancellation)
    {
        await using var compressed = File.OpenRead(archive);
        await using var plain = new GZipStream(compressed, CompressionMode.Decompress);
        await using var reader = new TarReader(plain);
        while (await reader.GetNextEntryAsync(copyData: false, cancellation) is { } entry)
        {
            if (entry.Name is not ("package/libchdb.so" or "package/libchdb.dylib") || entry.DataStream is null)
            {
                continue;
            }

            await using var file = new FileStream(target, FileMode.Create, FileAccess.Write, FileShare.None, bufferSize: 1024 * 1024);
            var buffer = new byte[1024 * 1024];
            for (int read; (read = await entry.DataStream.ReadAsync(buffer, cancellation)) > 0;)
            {
                await file.WriteAsync(buffer.AsMemory(0, read), cancellation);
                progress?.Report(new EngineLibraryProgress(EngineLibraryStage.Unpacking, file.Position, entry.Length));
            }

            file.Flush(flushToDisk: true);
            return;
        }

        throw new EngineStartException($"The package {package.Name} {LibraryPackage.Version} holds no library; check which registry npm uses.");
    }
}
