using System.Diagnostics;
using System.Globalization;

namespace Tessera.Benchmarks.Learning;

/// <summary>NumPy and scikit-learn in a process of their own that stays up, so that only the work itself is timed.</summary>
internal sealed class PythonPeer : IDisposable
{
    private const string Ready = "ready ";

    private readonly Process process;

    private PythonPeer(Process process) => this.process = process;

    /// <summary>Starts it and waits until it has read its data.</summary>
    /// <exception cref="InvalidOperationException">Python or a package is missing.</exception>
    public static async Task<PythonPeer> StartAsync(string script, string folder)
    {
        // Debian's own Python, which has Debian's packages.
        var peer = new PythonPeer(Process.Start(new ProcessStartInfo("/usr/bin/python3", [script, folder]) { RedirectStandardInput = true, RedirectStandardOutput = true, UseShellExecute = false })!);
        if (await peer.process.StandardOutput.ReadLineAsync() is { } line && line.StartsWith(Ready, StringComparison.Ordinal))
        {
            peer.LinearAlgebra = line[Ready.Length..];
            return peer;
        }

        peer.Dispose();
        throw new InvalidOperationException("This benchmark needs the Debian packages python3-sklearn and python3-numpy.");
    }

    /// <summary>Which BLAS NumPy calculates with: it decides how fast it is.</summary>
    public string LinearAlgebra { get; private set; } = "";

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
