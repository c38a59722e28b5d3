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
        foreach (var child in Directory.EnumerateDirectories("/proc").Select(Path.GetFileName).Where(name => name!.All(char.IsAsciiDigit)))
        {
            var id = int.Parse(child!, CultureInfo.InvariantCulture);
            if (ParentOf(id) == process.Id)
            {
                using var engine = Process.GetProcessById(id);
                engine.Kill();
                return true;
            }
        }

        return false;
    }

    public void Dispose()
    {
        if (!process.HasExited)
        {
            process.Kill();
        }

        process.Dispose();
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
