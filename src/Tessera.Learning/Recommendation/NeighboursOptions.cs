namespace Tessera.Learning.Recommendation;

/// <summary>How item neighbourhoods are found.</summary>
public sealed record NeighboursOptions
{
    /// <summary>k, the nearest items that are kept of each. 1 to 100,000; default 100.</summary>
    public int Neighbours { get; init; } = 100;

    /// <summary>Added to the product of the items' lengths, so that two items with few users are not taken for alike. 0 to 10⁹; default 10.</summary>
    public double Shrinkage { get; init; } = 10;

    /// <summary>Threads; 0 for one per processor. The model does not depend on it. 0 to 1,024; default 0.</summary>
    public int Threads { get; init; }

    internal void Validate() => new OptionProblems()
        .Range(nameof(Neighbours), Neighbours, 1, 100_000)
        .Range(nameof(Shrinkage), Shrinkage, 0, 1e9)
        .Range(nameof(Threads), Threads, 0, 1024)
        .ThrowIfAny();
}
