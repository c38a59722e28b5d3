namespace Tessera.Segments;

/// <summary><c>in random 10% by "holdout-2026"</c>: a fixed hash of the salt and the profile's id falls into the share.</summary>
/// <param name="Share">The share: above 0 and at most 100.</param>
/// <param name="Salt">Names the draw; draws with different salts are independent.</param>
public sealed record InRandomShare(Percentage Share, string Salt) : Expression
{
    /// <summary>The share: above 0 and at most 100.</summary>
    public Percentage Share { get; } = Share.AtMostAll(nameof(Share));
}
