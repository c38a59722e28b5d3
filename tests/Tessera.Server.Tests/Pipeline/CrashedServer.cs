using System.Diagnostics;
using System.Globalization;

namespace Tessera.Server.Tests.Pipeline;

/// <summary>A server in a process of its own, to be killed, or to have its engine killed.</summary>
internal sealed class CrashedServer : IDisposable
{
    private readonly Process process;

    private CrashedServer(Process process, Uri address) => (this.process, Address) = (process, address);

    public Uri Address { get; }

    /// <summary>Starts this assembly as a program that runs a server, and returns when it answers.</summary>
    public static async Task<CrashedServer> StartAsync(string directory)
    {
        var start = new ProcessStartInfo("dotnet", [typeof(CrashedServer).Assembly.Location, "serve", directory])
        {
            RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false,
        };
        var started = Process.Start(start)!;
        var errors = started.StandardError.ReadToEndAsync();
        return await started.StandardOutput.ReadLineAsync() is { } address
            ? new CrashedServer(started, new Uri(address))
            : throw new InvalidOperationException("The server did not start: " + await errors);
    }

    public async Task KillAsync()
    {
        process.Kill();
        await process.WaitForExitAsync();
    }

    /// <summary>Kills the engine, the server's one child; false when there is none at the moment.</summary>
    public bool KillEngine()
    {
        using var engine = FindEngine();
        engine?.Kill();
        return engine is not null;
    }

    /// <summary>Kills the engine just when it has stored calls, and not yet what it makes of them; false when there is none at the moment, or it stores none.</summary>
    /// <param name="directory">The data directory.</param>
    /// <param name="patience">How long to wait for it.</param>
    public async Task<bool> KillEngineAsItStoresAsync(string directory, TimeSpan patience)
    {
        using var engine = FindEngine();
        if (engine is null)
        {
            return false;
        }

        var killed = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var events = Directory.EnumerateDirectories(Path.Combine(directory, "engine", "data")).Select(database => new DirectoryInfo(Path.Combine(database, "events"))).Single(table => table.Exists);
        using var watcher = new FileSystemWatcher(events.ResolveLinkTarget(returnFinalTarget: true)!.FullName) { NotifyFilter = NotifyFilters.DirectoryName };
        watcher.Created += (_, part) => Kill(part.Name);
        watcher.Renamed += (_, part) => Kill(part.Name);
        watcher.EnableRaisingEvents = true;
        return await Task.WhenAny(killed.Task, Task.Delay(patience)) == killed.Task;

        // A part that was inserted, as the table then has it: of level 0, and no longer under a name for the meantime.
        void Kill(string? part)
        {
            if (part is not null && !part.StartsWith("tmp", StringComparison.Ordinal) && part.EndsWith("_0", StringComparison.Ordinal) && !killed.Task.IsCompleted)
            {
                engine.Kill();
                killed.TrySetResult();
            }
        }
    }

    public void Dispose()
    {
        if (!process.HasExited)
        {
            process.Kill();
        }

        process.Dispose();
    }

    private Process? FindEngine()
    {
        foreach (var child in Directory.EnumerateDirectories("/proc").Select(Path.GetFileName).Where(name => name!.All(char.IsAsciiDigit)))
        {
            var id = int.Parse(child!, CultureInfo.InvariantCulture);
            if (ParentOf(id) == process.Id)
            {
                return Process.GetProcessById(id);
            }
        }

        return null;
    }

    private static int ParentOf(int id)
    {
        try
        {
            var line = File.ReadLines($"/proc/{id}/status").First(line => line.StartsWith("PPid:", StringComparison.Ordinal));
            return int.Parse(line["PPid:".Length..].Trim(), CultureInfo.InvariantCulture);
        }
        catch (Exception exception) when (exception is IOException or InvalidOperationException or UnauthorizedAccessException)
        {
            return 0;
        }
    }
}
