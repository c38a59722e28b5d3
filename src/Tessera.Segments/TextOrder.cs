namespace Tessera.Segments;

/// <summary>The one order of texts: by code points, which is the order of their UTF-8 bytes, and so the order of the event store.</summary>
/// <remarks>.NET's own ordinal order differs: it puts characters beyond U+FFFF, which it keeps as two halves, before those from U+E000 to U+FFFF.</remarks>
public sealed class TextOrder : IComparer<string>
{
    private const int HighestHalf = 0xDFFF;
    private const int LowestHalf = 0xD800;

    private TextOrder()
    {
    }

    /// <summary>The order.</summary>
    public static TextOrder Instance { get; } = new();

    /// <summary>Compares two texts; null comes before all.</summary>
    /// <returns>Below, at or above zero, as the first comes before, with or after the second. Linear in what both begin with.</returns>
    public int Compare(string? x, string? y)
    {
        if (x is null || y is null)
        {
            return (x is null ? 0 : 1) - (y is null ? 0 : 1);
        }

        var same = x.AsSpan().CommonPrefixLength(y);
        return same == x.Length || same == y.Length ? x.Length.CompareTo(y.Length) : Place(x[same]).CompareTo(Place(y[same]));
    }

    // Halves of characters stand for what lies behind all whole ones.
    private static int Place(char unit) => unit is >= (char)LowestHalf and <= (char)HighestHalf ? unit + 0x10000 : unit;
}
