using System.ComponentModel;
using System.Diagnostics;

namespace Tessera.Engine.Library;

/// <summary>Downloads a package with the machine's own npm, so that its registry, proxy and certificates are honoured.</summary>
internal sealed class NpmDownload(LibraryPackage package, string program = "npm")
{
    private const string Alternatives = "or set TESSERA_ENGINE_LIBRARY to a libchdb of your own, or TESSERA_CLICKHOUSE_URL to a ClickHouse server";

    private static readonly TimeSpan ProgressInterval = TimeSpan.FromMilliseconds(500);

    /// <summary>Leaves the package's archive in <paramref name="directory"/> and answers with its path.</summary>
    /// <exception cref="EngineStartException">npm is missing, has no connection, or does not find the package.</exception>
    public async Task<string> RunAsync(string directory, IProgress<EngineLibraryProgress>? progress, CancellationToken cancellation)
    {
        var start = new ProcessStartInfo(program)
        {
            WorkingDirectory = directory,
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };

        // Its own cache, so that the download is visible as it grows, and the user's does not keep the archive a second time.
        foreach (var argument in (string[])[
            "pack", $"{package.Name}@{LibraryPackage.Version}", "--pack-destination", directory, "--cache", Path.Combine(directory, "npm"),
            "--ignore-scripts", "--no-update-notifier", "--loglevel", "error"])
        {
            start.ArgumentList.Add(argument);
        }

        using var npm = Start(start);
        try
        {
            var output = npm.StandardOutput.ReadToEndAsync(cancellation);
            var errors = npm.StandardError.ReadToEndAsync(cancellation);
            await ReportAsync(npm, directory, progress, cancellation);
            await output;
            if (npm.ExitCode != 0)
            {
                throw Failure(await errors);
            }
        }
        catch (OperationCanceledException)
        {
            npm.Kill(entireProcessTree: true);
            throw;
        }

        return Directory.EnumerateFiles(directory, "*.tgz").SingleOrDefault()
            ?? throw new EngineStartException($"npm downloaded {package.Name} but left no archive in {directory}; update npm and try again.");
    }

    private static Process Start(ProcessStartInfo start)
    {
        try
        {
            return Process.Start(start)!;
        }
        catch (Win32Exception exception)
        {
            throw new EngineStartException(
                $"The engine's library is fetched with npm, which was not found on this machine; install Node.js 20 or later, {Alternatives}.", exception);
        }
    }

    private async Task ReportAsync(Process npm, string directory, IProgress<EngineLibraryProgress>? progress, CancellationToken cancellation)
    {
        var exit = npm.WaitForExitAsync(cancellation);
        while (await Task.WhenAny(exit, Task.Delay(ProgressInterval, TimeProvider.System, cancellation)) != exit)
        {
            progress?.Report(new EngineLibraryProgress(EngineLibraryStage.Downloading, LargestFile(directory), package.ArchiveBytes));
        }

        await exit;
    }

    private static long LargestFile(string directory) => new DirectoryInfo(directory)
        .EnumerateFiles("*", new EnumerationOptions { RecurseSubdirectories = true, IgnoreInaccessible = true })
        .Select(file => file.Length).DefaultIfEmpty().Max();

    private EngineStartException Failure(string errors)
    {
        if (errors.Contains("ENOSPC", StringComparison.Ordinal))
        {
            return new EngineStartException(LibraryStore.DiskFull);
        }

        string[] unreachable = ["ENOTFOUND", "EAI_AGAIN", "ECONNREFUSED", "ETIMEDOUT", "ECONNRESET", "ENETUNREACH", "EHOSTUNREACH", "network"];
        if (unreachable.Any(word => errors.Contains(word, StringComparison.Ordinal)))
        {
            return new EngineStartException(
                $"The engine's library ({package.Name} {LibraryPackage.Version}) could not be downloaded because npm's registry cannot be reached; connect to the network once, {Alternatives}.");
        }

        var reason = errors.Split('\n').FirstOrDefault(line => line.Contains("npm error", StringComparison.Ordinal) && !line.Contains("code", StringComparison.Ordinal)) ?? "npm failed";
        return new EngineStartException(
            $"The engine's library ({package.Name} {LibraryPackage.Version}) could not be downloaded: {reason.Replace("npm error", "", StringComparison.Ordinal).Trim()}; check npm's configuration, {Alternatives}.");
    }
}
