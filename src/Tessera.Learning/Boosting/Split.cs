using System.Runtime.InteropServices;

namespace Tessera.Learning.Boosting;

/// <summary>A way to divide a leaf: which bins of which feature go left, and what it gains.</summary>
/// <param name="Gain">By how much it lowers the objective; negative infinity when there is no way.</param>
/// <param name="Feature">The feature.</param>
/// <param name="Bin">Of a number: bins up to this one go left.</param>
/// <param name="LeftCategories">Of a category: the bins that go left, those that the leaf has none of included.</param>
/// <param name="DefaultLeft">Whether missing values go left.</param>
/// <param name="Left">The packed sum of what goes left.</param>
/// <param name="Right">The packed sum of what goes right.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct Split(double Gain, int Feature, int Bin, BinSet LeftCategories, bool DefaultLeft, long Left, long Right)
{
    /// <summary>No way.</summary>
    public static Split None { get; } = new(double.NegativeInfinity, -1, 0, default, DefaultLeft: false, 0, 0);

    /// <summary>Whether there is a way.</summary>
    public bool Exists => Feature >= 0;

    /// <summary>The better of two; of equals the one of the lower feature, so that the order of asking does not matter.</summary>
    public static Split Better(in Split first, in Split second) =>
        second.Gain > first.Gain || (second.Gain == first.Gain && second.Exists && second.Feature < first.Feature) ? second : first;

    /// <summary>For every bin whether it goes left: 1 or 0, [256].</summary>
    public void FillTable(bool isCategorical, Span<byte> goesLeft)
    {
        for (var bin = 0; bin < goesLeft.Length; bin++)
        {
            var left = bin == FeatureBins.MissingBin ? DefaultLeft : isCategorical ? LeftCategories.Contains(bin) : bin <= Bin;
            goesLeft[bin] = left ? (byte)1 : (byte)0;
        }
    }
}
