using System.Diagnostics;

namespace Tessera.Cli.Tests;

/// <summary>Runs the program as a user does: a process of its own, with its output as no terminal.</summary>
public static class CliProcess
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    /// <summary>Runs to the end.</summary>
    /// <param name="root">What <c>./tessera</c> would pass as TESSERA_ROOT, and the current directory.</param>
    /// <param name="arguments">The command line.</param>
    public static Task<CliResult> RunAsync(string root, params string[] arguments) => RunAsync(StartInfo(root, arguments));

    /// <summary>Runs to the end, started as <see cref="StartInfo"/> or a variation of it says.</summary>
    public static async Task<CliResult> RunAsync(ProcessStartInfo start)
    {
        using var process = Process.Start(start)!;
        process.StandardInput.Close();
        using var patience = new CancellationTokenSource(Patience);
        try
        {
            var output = process.StandardOutput.ReadToEndAsync(patience.Token);
            var error = process.StandardError.ReadToEndAsync(patience.Token);
            await process.WaitForExitAsync(patience.Token);
            return new CliResult(process.ExitCode, await output, await error);
        }
        finally
        {
            if (!process.HasExited)
            {
                process.Kill(entireProcessTree: true);
            }
        }
    }

    /// <summary>How the program is started: without the settings of whoever runs the tests.</summary>
    public static ProcessStartInfo StartInfo(string root, IEnumerable<string> arguments)
    {
        var program = Path.Combine(AppContext.BaseDirectory, "Tessera.Cli.dll");
        var start = new ProcessStartInfo("dotnet", [program, .. arguments])
        {
            UseShellExecute = false,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = root,
        };
        start.Environment["TESSERA_ROOT"] = root;
        foreach (var variable in (string[])["TESSERA_URL", "TESSERA_TOKEN", "TESSERA_DATA", "TESSERA_CLICKHOUSE_URL", "TESSERA_DEBUG", "TESSERA_WEB_APP", "TESSERA_ENGINE_LIBRARY"])
        {
            start.Environment.Remove(variable);
        }

        return start;
    }
}
