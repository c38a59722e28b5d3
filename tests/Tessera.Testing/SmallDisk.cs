using System.Diagnostics;

namespace Tessera.Testing;

/// <summary>A disk of some megabytes, in memory, until it is disposed.</summary>
public sealed class SmallDisk : IDisposable
{
    private readonly TemporaryDirectory directory;

    private SmallDisk(TemporaryDirectory directory) => this.directory = directory;

    /// <summary>Mounts one; null where that is not allowed (it takes root, and a container may forbid it even then).</summary>
    public static SmallDisk? TryMount(int megabytes)
    {
        if (!OperatingSystem.IsLinux() || !Environment.IsPrivilegedProcess)
        {
            return null;
        }

        var mountPoint = new TemporaryDirectory();
        if (Run("mount", "-t", "tmpfs", "-o", $"size={megabytes}m", "tmpfs", mountPoint.FullPath))
        {
            return new SmallDisk(mountPoint);
        }

        mountPoint.Dispose();
        return null;
    }

    /// <summary>The full path of a file or folder on it.</summary>
    public string Combine(string name) => directory.Combine(name);

    /// <summary>Leaves no byte free.</summary>
    public void Fill()
    {
        using var ballast = new FileStream(Combine("ballast"), FileMode.Append, FileAccess.Write, FileShare.None, bufferSize: 0);
        foreach (var size in (int[])[1 << 20, 1 << 12])
        {
            var block = new byte[size];
            try
            {
                while (true)
                {
                    ballast.Write(block);
                }
            }
            catch (IOException)
            {
                // No space for another block of this size.
            }
        }
    }

    /// <summary>Frees what <see cref="Fill"/> has taken.</summary>
    public void Free() => File.Delete(Combine("ballast"));

    public void Dispose()
    {
        // Lazily, so that a process that has not ended yet cannot keep the test from cleaning up.
        Run("umount", "-l", directory.FullPath);
        directory.Dispose();
    }

    private static bool Run(string program, params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(program, arguments) { UseShellExecute = false, RedirectStandardError = true })!;
        process.StandardError.ReadToEnd();
        process.WaitForExit();
        return process.ExitCode == 0;
    }
}
