using System.Runtime.InteropServices;

namespace Tessera.Learning.Boosting;

/// <summary>Between what a leaf's value must lie, so that a monotone feature stays monotone across the tree.</summary>
/// <param name="Lowest">The lowest value.</param>
/// <param name="Highest">The highest value.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct OutputBounds(double Lowest, double Highest)
{
    /// <summary>Anything.</summary>
    public static OutputBounds None { get; } = new(double.NegativeInfinity, double.PositiveInfinity);

    public double Clamp(double output) => Math.Min(Math.Max(output, Lowest), Highest);

    /// <summary>The bounds of the two sides of a split on a monotone feature: neither may cross the middle between them.</summary>
    public (OutputBounds Left, OutputBounds Right) Divide(int direction, double left, double right)
    {
        var middle = (left + right) / 2;
        return direction switch
        {
            > 0 => (this with { Highest = middle }, this with { Lowest = middle }),
            < 0 => (this with { Lowest = middle }, this with { Highest = middle }),
            _ => (this, this),
        };
    }
}
