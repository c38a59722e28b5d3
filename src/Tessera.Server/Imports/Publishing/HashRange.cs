using System.Globalization;
using System.Runtime.InteropServices;

namespace Tessera.Server.Imports.Publishing;

/// <summary>A range of 64-bit hashes, both ends included.</summary>
/// <param name="From">The first hash.</param>
/// <param name="To">The last hash.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct HashRange(ulong From, ulong To)
{
    // While they are sorted, joined and written, the rows of a range are in the engine's memory several times over: with these it does in a
    // third of what one statement may take in an engine of a gigabyte. More ranges only cost time.
    internal const long RowsPerRange = 250_000;

    /// <summary>
    /// The id that publishing the range runs under, the same whenever it is run again: when a connection was lost, the engine refuses
    /// to begin anew what it has not finished, which would not see the other's rows and store them twice.
    /// </summary>
    public string QueryId(string statement, Guid import) => string.Create(CultureInfo.InvariantCulture, $"{statement}-{import:D}-{From:x16}");

    /// <summary>Ranges that together hold every hash once, so many that each has about a quarter of a million of the rows.</summary>
    public static IReadOnlyList<HashRange> For(long rows)
    {
        var count = (ulong)Math.Clamp((rows / RowsPerRange) + 1, 1, 1 << 16);
        var width = ulong.MaxValue / count;
        return [.. Enumerable.Range(0, (int)count)
            .Select(index => (ulong)index)
            .Select(index => new HashRange(index * width + (index == 0 ? 0UL : 1UL), index == count - 1 ? ulong.MaxValue : (index + 1) * width))];
    }
}
