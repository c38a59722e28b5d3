using System.Diagnostics;
using Tessera.Server.Tests.Pipeline;
using Tessera.Testing;

namespace Tessera.Server.Tests.Ingestion.Clients;

/// <summary>Runs the tests of stock SDKs that stand in tests/clients/tracking by Node.js, against a source of a server.</summary>
internal static class StockClients
{
    private static readonly SemaphoreSlim Installing = new(1);

    private static string Folder => Path.Combine(RepositoryRoot.Path, "tests", "clients", "tracking");

    /// <summary>Runs one file, which must hold, and waits until what it sent is stored.</summary>
    /// <param name="test">The file's name.</param>
    /// <param name="source">Where it sends to.</param>
    /// <param name="environment">Further variables that it reads.</param>
    public static async Task RunAsync(string test, TrackingClient source, params (string Name, string Value)[] environment)
    {
        await InstallAsync();
        var (code, output) = await RunAsync(
            "node",
            [("TESSERA_URL", source.Address.OriginalString.TrimEnd('/')), ("TESSERA_WRITE_KEY", source.WriteKey), .. environment],
            "--test",
            "--test-timeout=90000",
            test);
        code.ShouldBe(0, output);
        await source.SettleAsync();
    }

    private static async Task InstallAsync()
    {
        await Installing.WaitAsync();
        try
        {
            // npm writes its own copy of the lock file last of all.
            var installed = new FileInfo(Path.Combine(Folder, "node_modules", ".package-lock.json"));
            if (!installed.Exists || installed.LastWriteTimeUtc < File.GetLastWriteTimeUtc(Path.Combine(Folder, "package-lock.json")))
            {
                var (code, output) = await RunAsync("npm", [], "ci", "--no-audit", "--no-fund");
                code.ShouldBe(0, output);
            }
        }
        finally
        {
            Installing.Release();
        }
    }

    private static async Task<(int Code, string Output)> RunAsync(string program, (string Name, string Value)[] environment, params string[] arguments)
    {
        var start = new ProcessStartInfo(program, arguments)
        {
            WorkingDirectory = Folder, RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false,
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
