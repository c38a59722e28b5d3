using System.Diagnostics;
using System.Globalization;

namespace Tessera.Benchmarks.Learning;

/// <summary>Python libraries in a process of their own that stays up, so that only the work itself is timed.</summary>
internal sealed class PythonPeer : IDisposable
{
    private const string Ready = "ready ";

    private readonly Process process;

    private PythonPeer(Process process) => this.process = process;

    /// <summary>Starts it and waits until it has read its data.</summary>
    /// <param name="script">What it runs.</param>
    /// <param name="arguments">What the script is given.</param>
    /// <param name="packages">The Debian packages that it needs.</param>
    /// <exception cref="InvalidOperationException">Python or a package is missing.</exception>
    public static async Task<PythonPeer> StartAsync(string script, IReadOnlyList<string> arguments, string packages)
    {
        // Debian's own Python, which has Debian's packages.
        var peer = new PythonPeer(Process.Start(new ProcessStartInfo("/usr/bin/python3", [script, .. arguments]) { RedirectStandardInput = true, RedirectStandardOutput = true, UseShellExecute = false })!);
        if (await peer.process.StandardOutput.ReadLineAsync() is { } line && line.StartsWith(Ready, StringComparison.Ordinal))
        {
            peer.Greeting = line[Ready.Length..];
            return peer;
        }

        peer.Dispose();
        throw new InvalidOperationException($"This benchmark needs the Debian packages {packages}.");
    }

    /// <summary>What the script says of itself: versions, or the BLAS that NumPy calculates with.</summary>
    public string Greeting { get; private set; } = "";

    /// <summary>Does a task.</summary>
    /// <returns>How good the result is.</returns>
    public async Task<double> DoAsync(string task)
    {
        await process.StandardInput.WriteLineAsync(task);
        await process.StandardInput.FlushAsync();
        var answer = await process.StandardOutput.ReadLineAsync();
        return answer is null ? throw new InvalidOperationException($"The peer failed at {task}.") : double.Parse(answer, CultureInfo.InvariantCulture);
    }

    public void Dispose()
    {
        if (!process.HasExited)
        {
            process.Kill();
        }

        process.Dispose();
    }
}
