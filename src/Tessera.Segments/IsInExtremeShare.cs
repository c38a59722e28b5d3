namespace Tessera.Segments;

/// <summary><c>is in the top 10%</c>, <c>is in the bottom 25%</c> of all scored customers, at the last scoring.</summary>
/// <param name="Extreme">Which end.</param>
/// <param name="Share">The share: above 0 and at most 100.</param>
public sealed record IsInExtremeShare(Extreme Extreme, Percentage Share) : ValueTest
{
    /// <summary>The share: above 0 and at most 100.</summary>
    public Percentage Share { get; } = Share.AtMostAll(nameof(Share));
}
