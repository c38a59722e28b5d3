using System.Runtime.InteropServices;

namespace Tessera.Learning.Boosting;

/// <summary>A set of bins.</summary>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct BinSet(ulong First, ulong Second, ulong Third, ulong Fourth)
{
    /// <summary>The set with one more.</summary>
    public BinSet With(int bin)
    {
        var bit = 1UL << (bin & 63);
        return (bin >> 6) switch
        {
            0 => this with { First = First | bit },
            1 => this with { Second = Second | bit },
            2 => this with { Third = Third | bit },
            _ => this with { Fourth = Fourth | bit },
        };
    }

    /// <summary>Whether a bin is in the set.</summary>
    public bool Contains(int bin) => (((bin >> 6) switch { 0 => First, 1 => Second, 2 => Third, _ => Fourth } >> (bin & 63)) & 1) != 0;
}
