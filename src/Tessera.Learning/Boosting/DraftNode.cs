namespace Tessera.Learning.Boosting;

/// <summary>A decision of a grown tree.</summary>
/// <param name="split">What it asks.</param>
/// <param name="goesLeft">For every bin whether it goes left, [256].</param>
internal sealed class DraftNode(Split split, byte[] goesLeft)
{
    public Split Split { get; } = split;

    public byte[] GoesLeft { get; } = goesLeft;

    /// <summary>Where the left side goes on: a decision, or the complement of a leaf's number.</summary>
    public int Left { get; set; }

    /// <summary>Where the right side goes on.</summary>
    public int Right { get; set; }
}
