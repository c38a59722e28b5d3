namespace Tessera.Learning.Boosting;

/// <summary>A leaf of a tree that is being grown: its rows and how it could be split.</summary>
internal sealed class GrowingLeaf
{
    /// <summary>Where its rows begin in the grower's order.</summary>
    public required int Start { get; init; }

    /// <summary>How many rows it has.</summary>
    public required int Count { get; init; }

    /// <summary>Decisions above it.</summary>
    public required int Depth { get; init; }

    /// <summary>The packed sum of its rows.</summary>
    public required long Total { get; init; }

    /// <summary>Between what its value must lie.</summary>
    public required OutputBounds Bounds { get; init; }

    /// <summary>The decision it hangs on, −1 for the root, and on which side.</summary>
    public required (int Node, bool IsLeft) Parent { get; init; }

    /// <summary>The sums by bin; null once they are not needed.</summary>
    public long[]? Histogram { get; set; }

    /// <summary>The best split.</summary>
    public Split Split { get; set; } = Split.None;
}
