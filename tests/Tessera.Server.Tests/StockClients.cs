using System.Diagnostics;
using Tessera.Server.Tests.Pipeline;
using Tessera.Testing;

namespace Tessera.Server.Tests;

/// <summary>Runs the tests of stock clients that stand in tests/clients by Node.js.</summary>
internal static class StockClients
{
    private static readonly SemaphoreSlim Installing = new(1);

    /// <summary>Runs one file of tests/clients/tracking, which must hold, and waits until what it sent is stored.</summary>
    /// <param name="test">The file's name.</param>
    /// <param name="source">Where it sends to.</param>
    /// <param name="environment">Further variables that it reads.</param>
    public static async Task RunAsync(string test, TrackingClient source, params (string Name, string Value)[] environment)
    {
        await RunAsync("tracking", test, [("TESSERA_URL", source.Address.OriginalString.TrimEnd('/')), ("TESSERA_WRITE_KEY", source.WriteKey), .. environment]);
        await source.SettleAsync();
    }

    /// <summary>Runs one file, which must hold.</summary>
    /// <param name="folder">The folder in tests/clients.</param>
    /// <param name="test">The file's name.</param>
    /// <param name="environment">Variables that it reads.</param>
    public static async Task RunAsync(string folder, string test, params (string Name, string Value)[] environment)
    {
        var directory = Path.Combine(RepositoryRoot.Path, "tests", "clients", folder);
        await InstallAsync(directory);
        var (code, output) = await RunProgramAsync("node", directory, environment, "--test", "--test-timeout=90000", test);
        code.ShouldBe(0, output);
    }

    private static async Task InstallAsync(string directory)
    {
        await Installing.WaitAsync();
        try
        {
            // npm writes its own copy of the lock file last of all.
            var installed = new FileInfo(Path.Combine(directory, "node_modules", ".package-lock.json"));
            if (!installed.Exists || installed.LastWriteTimeUtc < File.GetLastWriteTimeUtc(Path.Combine(directory, "package-lock.json")))
            {
                var (code, output) = await RunProgramAsync("npm", directory, [], "ci", "--no-audit", "--no-fund");
                code.ShouldBe(0, output);
            }
        }
        finally
        {
            Installing.Release();
        }
    }

    private static async Task<(int Code, string Output)> RunProgramAsync(
        string program, string directory, (string Name, string Value)[] environment, params string[] arguments)
    {
        var start = new ProcessStartInfo(program, arguments)
        {
            WorkingDirectory = directory, RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false,
        };
        foreach (var (name, value) in environment)
        {
            start.Environment[name] = value;
        }

        using var process = Process.Start(start)!;
        var errors = process.StandardError.ReadToEndAsync();
        var output = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        return (process.ExitCode, output + await errors);
    }
}
