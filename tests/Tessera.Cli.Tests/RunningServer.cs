using System.Diagnostics;
using System.Globalization;

namespace Tessera.Cli.Tests;

/// <summary><c>./tessera serve</c> or <c>demo</c> as a process, from the line that says where it answers until it is told to stop.</summary>
public sealed class RunningServer : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);
    private readonly Process process;
    private readonly Task<string> error;
    private readonly List<string> lines;

    private RunningServer(Process process, Task<string> error, List<string> lines)
    {
        this.process = process;
        this.error = error;
        this.lines = lines;
    }

    /// <summary>Where it says that it answers.</summary>
    public Uri Address => new(After("Tessera is running at "));

    /// <summary>The sign-in link that it printed.</summary>
    public Uri SignInLink => new(After("Sign in: "));

    /// <summary>The process.</summary>
    public int ProcessId => process.Id;

    /// <summary>Whether a line with the given beginning has been printed before the one that was waited for.</summary>
    public bool HasPrinted(string beginning) => lines.Exists(line => line.StartsWith(beginning, StringComparison.Ordinal));

    /// <summary>Starts it and returns once it has printed where it answers.</summary>
    public static Task<RunningServer> StartAsync(string root, params string[] arguments) => StartAsync(root, "Sign in: ", arguments);

    /// <summary>Starts it and returns once it has printed a line with the given beginning.</summary>
    public static async Task<RunningServer> StartAsync(string root, string awaited, string[] arguments)
    {
        var started = Process.Start(CliProcess.StartInfo(root, arguments))!;
        var server = new RunningServer(started, started.StandardError.ReadToEndAsync(), []);
        try
        {
            using var patience = new CancellationTokenSource(Patience);
            await server.UntilAsync(awaited, patience.Token);
            return server;
        }
        catch
        {
            started.Kill(entireProcessTree: true);
            throw;
        }
    }

    /// <summary>Sends a signal by its name, such as <c>TERM</c>, to other processes first, if any, and then to the server.</summary>
    public async Task SignalAsync(string signal, params int[] before)
    {
        var targets = before.Append(process.Id).Select(id => id.ToString(CultureInfo.InvariantCulture));
        using var kill = Process.Start("kill", [$"-{signal}", .. targets]);
        await kill.WaitForExitAsync();
    }

    /// <summary>Waits for the end; the exit code and what stood on standard error.</summary>
    public async Task<(int ExitCode, string Error)> ExitAsync()
    {
        using var patience = new CancellationTokenSource(Patience);
        await process.WaitForExitAsync(patience.Token);
        return (process.ExitCode, await error);
    }

    public async ValueTask DisposeAsync()
    {
        if (!process.HasExited)
        {
            await SignalAsync("TERM");
            using var patience = new CancellationTokenSource(Patience);
            await process.WaitForExitAsync(patience.Token);
        }

        process.Dispose();
    }

    private async Task UntilAsync(string awaited, CancellationToken cancellationToken)
    {
        while (await process.StandardOutput.ReadLineAsync(cancellationToken) is { } line)
        {
            lines.Add(line);
            if (line.StartsWith(awaited, StringComparison.Ordinal))
            {
                return;
            }
        }

        throw new InvalidOperationException($"The program ended before it printed \"{awaited}\": {await error}");
    }

    private string After(string beginning) => lines.Single(line => line.StartsWith(beginning, StringComparison.Ordinal))[beginning.Length..];
}
