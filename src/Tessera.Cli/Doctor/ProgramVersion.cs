using System.ComponentModel;
using System.Diagnostics;

namespace Tessera.Cli.Doctor;

/// <summary>Asks a program on the path for its version.</summary>
internal static class ProgramVersion
{
    /// <summary>The first line of what <c>program --version</c> prints; null when it is not there or does not answer in time.</summary>
    public static async Task<string?> AskAsync(string program, TimeSpan patience, TimeProvider time, CancellationToken cancellationToken)
    {
        try
        {
            using var process = Process.Start(new ProcessStartInfo(program, ["--version"])
            {
                UseShellExecute = false,
                RedirectStandardOutput = true,
                RedirectStandardError = true,
            });
            if (process is null)
            {
                return null;
            }

            try
            {
                var output = await process.StandardOutput.ReadToEndAsync(cancellationToken).WaitAsync(patience, time, cancellationToken);
                await process.WaitForExitAsync(cancellationToken).WaitAsync(patience, time, cancellationToken);
                return process.ExitCode == 0 ? output.Trim().Split('\n')[0].Trim() : null;
            }
            catch (TimeoutException)
            {
                process.Kill(entireProcessTree: true);
                return null;
            }
        }
        catch (Win32Exception)
        {
            return null;
        }
    }
}
