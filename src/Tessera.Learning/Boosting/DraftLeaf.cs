namespace Tessera.Learning.Boosting;

/// <summary>A leaf of a grown tree.</summary>
/// <param name="Start">Where its rows begin in the grower's order.</param>
/// <param name="Count">How many rows it has.</param>
/// <param name="Bounds">Between what its value must lie.</param>
internal sealed record DraftLeaf(int Start, int Count, OutputBounds Bounds)
{
    /// <summary>What it adds to the score.</summary>
    public double Value { get; set; }

    /// <summary>The weight of its rows.</summary>
    public double Cover { get; set; }
}
