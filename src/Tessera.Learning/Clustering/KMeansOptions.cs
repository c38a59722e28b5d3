namespace Tessera.Learning.Clustering;

/// <summary>How K-means searches.</summary>
public sealed record KMeansOptions
{
    /// <summary>k, the number of clusters. 1 to 10,000; default 8.</summary>
    public int Clusters { get; init; } = 8;

    /// <summary>Independent starts; the one with the least inertia is kept. 1 to 10,000; default 20.</summary>
    public int Restarts { get; init; } = 20;

    /// <summary>Rounds after which a start gives up. 1 to 100,000; default 300.</summary>
    public int MaximumIterations { get; init; } = 300;

    /// <summary>Rows of a mini-batch: each round looks at so many rows only, for a little more inertia in far less time; 0 for all rows. 0 to 10⁹; default 0.</summary>
    public int BatchRows { get; init; }

    /// <summary>Of the starts. Default 1.</summary>
    public ulong Seed { get; init; } = 1;

    /// <summary>Threads; 0 for one per processor. The model does not depend on it. 0 to 1,024; default 0.</summary>
    public int Threads { get; init; }

    internal void Validate() => new OptionProblems()
        .Range(nameof(Clusters), Clusters, 1, 10_000)
        .Range(nameof(Restarts), Restarts, 1, 10_000)
        .Range(nameof(MaximumIterations), MaximumIterations, 1, 100_000)
        .Range(nameof(BatchRows), BatchRows, 0, 1e9)
        .Range(nameof(Threads), Threads, 0, 1024)
        .ThrowIfAny();
}
