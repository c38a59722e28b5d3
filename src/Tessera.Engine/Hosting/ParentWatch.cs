using System.Runtime.InteropServices;

namespace Tessera.Engine.Hosting;

/// <summary>
/// Ends this process when its parent is gone, however it went: standard input, whose other end only the parent holds,
/// comes to its end. (A parent-death signal would not do: it follows the thread that started the child, and the
/// parent's pool threads come and go.)
/// </summary>
internal static partial class ParentWatch
{
    private static readonly TimeSpan Grace = TimeSpan.FromSeconds(10);

    /// <summary>Watches in the background; calls <paramref name="stop"/>, then ends the process if that takes too long.</summary>
    public static void Start(Stream standardInput, Action stop)
    {
        var thread = new Thread(() =>
        {
            var ignored = new byte[256];
            try
            {
                while (standardInput.Read(ignored) > 0)
                {
                    // The parent has nothing more to say; only the end matters.
                }
            }
            catch (IOException)
            {
                // A broken pipe is an end too.
            }

            stop();
            using var never = new ManualResetEventSlim();
            never.Wait(Grace);
            _exit(3);
        })
        {
            IsBackground = true,
            Name = "parent watch",
        };
        thread.Start();
    }

    // Without the runtime's shutdown, which could wait for what hangs.
    [LibraryImport("libc")]
    private static partial void _exit(int status);
}
