using System.Runtime.InteropServices;

namespace Tessera.Engine.Native;

/// <summary>
/// Connecting to libchdb replaces process-wide signal handlers, among them those the .NET runtime lives by (a null
/// reference arrives as SIGSEGV). This saves them before and puts them back after.
/// </summary>
internal static unsafe partial class SignalHandlers
{
    // Larger than struct sigaction on every supported system (152 bytes on Linux, 16 on macOS).
    private const int ActionSize = 256;

    // Those that chdb_connect was measured to change: SIGILL, SIGTRAP, SIGABRT, SIGBUS, SIGFPE, SIGSEGV, SIGTSTP, SIGSYS.
    private static readonly int[] GuardedSignals = OperatingSystem.IsMacOS() ? [4, 5, 6, 8, 10, 11, 12, 18] : [4, 5, 6, 7, 8, 11, 20, 31];

    /// <summary>Runs <paramref name="action"/> and restores the handlers whatever happens. Not for concurrent use.</summary>
    public static T Keep<T>(Func<T> action)
    {
        var saved = stackalloc byte[ActionSize * GuardedSignals.Length];
        for (var i = 0; i < GuardedSignals.Length; i++)
        {
            _ = sigaction(GuardedSignals[i], null, saved + (i * ActionSize));
        }

        try
        {
            return action();
        }
        finally
        {
            for (var i = 0; i < GuardedSignals.Length; i++)
            {
                _ = sigaction(GuardedSignals[i], saved + (i * ActionSize), null);
            }
        }
    }

    [LibraryImport("libc")]
    private static partial int sigaction(int signal, byte* action, byte* previous);
}
