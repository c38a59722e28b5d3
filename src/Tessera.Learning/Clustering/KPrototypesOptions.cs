namespace Tessera.Learning.Clustering;

/// <summary>How K-prototypes searches.</summary>
public sealed record KPrototypesOptions
{
    /// <summary>k, the number of clusters. 1 to 10,000; default 5.</summary>
    public int Clusters { get; init; } = 5;

    /// <summary>γ, what a category that differs counts, in squared units of the numbers; null for half their mean deviation, as Huang suggests. Above 0.</summary>
    public double? CategoryWeight { get; init; }

    /// <summary>Independent starts, of which the one with the least cost is kept. 1 to 10,000; default 10.</summary>
    public int Restarts { get; init; } = 10;

    /// <summary>Rounds after which a start gives up. 1 to 100,000; default 300.</summary>
    public int MaximumIterations { get; init; } = 300;

    /// <summary>Of the starts. Default 1.</summary>
    public ulong Seed { get; init; } = 1;

    /// <summary>Threads; 0 for one per processor. The model does not depend on it. 0 to 1,024; default 0.</summary>
    public int Threads { get; init; }

    internal void Validate() => new OptionProblems()
        .Range(nameof(Clusters), Clusters, 1, 10_000)
        .Positive(nameof(CategoryWeight), CategoryWeight ?? 1)
        .Range(nameof(Restarts), Restarts, 1, 10_000)
        .Range(nameof(MaximumIterations), MaximumIterations, 1, 100_000)
        .Range(nameof(Threads), Threads, 0, 1024)
        .ThrowIfAny();
}
