using System.Runtime.InteropServices;

namespace Tessera.Engine;

/// <summary>Who gets the processors first when there are not enough for all.</summary>
public static partial class ProcessorShare
{
    /// <summary>
    /// Lets other threads go before the one that calls this, for good: each step takes a fifth of what it would get beside one that gives no way. Where nobody
    /// else wants the processor it loses nothing. Threads and processes that it starts give way as it does. Only Linux knows this for single threads; elsewhere nothing happens.
    /// </summary>
    /// <param name="steps">1 to 19, beside what it gives way already.</param>
    public static void GiveWay(int steps)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(steps);
        if (OperatingSystem.IsLinux())
        {
            _ = nice(steps);
        }
    }

    [LibraryImport("libc")]
    private static partial int nice(int increment);
}
