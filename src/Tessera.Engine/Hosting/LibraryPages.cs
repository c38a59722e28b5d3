using System.Globalization;
using System.Runtime.InteropServices;

namespace Tessera.Engine.Hosting;

/// <summary>
/// Most of the library's code and constants are needed once, while it starts. Dropping their pages from resident memory afterwards saves
/// about 150 MB; what is needed again comes back from the page cache.
/// </summary>
internal static partial class LibraryPages
{
    private const int DoNotNeed = 4;

    /// <summary>Drops the unchanged pages of the library at <paramref name="path"/>. Linux only; elsewhere it does nothing.</summary>
    public static void Drop(string path)
    {
        if (!OperatingSystem.IsLinux())
        {
            return;
        }

        foreach (var (start, end) in Unchanged(File.ReadLines("/proc/self/smaps"), path))
        {
            _ = madvise(start, end - start, DoNotNeed);
        }
    }

    /// <summary>
    /// The read-only mappings of a file in which no page has been changed since it was read, as <c>/proc/PID/smaps</c> tells. What the
    /// loader has relocated and then protected is read-only too, but its pages are the process's own and would be lost.
    /// </summary>
    internal static IEnumerable<(nuint Start, nuint End)> Unchanged(IEnumerable<string> smaps, string path)
    {
        string? range = null;
        foreach (var line in smaps)
        {
            if (line.Contains(" r-xp ", StringComparison.Ordinal) || line.Contains(" r--p ", StringComparison.Ordinal))
            {
                range = line.EndsWith(" " + path, StringComparison.Ordinal) ? line[..line.IndexOf(' ', StringComparison.Ordinal)] : null;
            }
            else if (IsMoreThanNothing(line, "Anonymous:") || IsMoreThanNothing(line, "Swap:"))
            {
                range = null;
            }
            else if (range is not null && line.StartsWith("VmFlags:", StringComparison.Ordinal))
            {
                var ends = range.Split('-');
                yield return (Address(ends[0]), Address(ends[1]));
                range = null;
            }
        }
    }

    private static bool IsMoreThanNothing(string line, string key) =>
        line.StartsWith(key, StringComparison.Ordinal) && line.AsSpan(key.Length).Trim() is not "0 kB";

    private static nuint Address(string text) => nuint.Parse(text, NumberStyles.HexNumber, CultureInfo.InvariantCulture);

    [LibraryImport("libc")]
    private static partial int madvise(nuint address, nuint length, int advice);
}
