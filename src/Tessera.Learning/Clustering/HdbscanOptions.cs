namespace Tessera.Learning.Clustering;

/// <summary>How HDBSCAN sees density.</summary>
public sealed record HdbscanOptions
{
    /// <summary>The least rows of a cluster. 2 to 10⁹; default 15. Fewer rows together are noise.</summary>
    public int MinimumClusterSize { get; init; } = 15;

    /// <summary>The rows, itself included, within whose reach a row is dense; null for as many as a cluster needs. 1 to 10⁶. More make more rows noise.</summary>
    public int? Neighbours { get; init; }

    /// <summary>Threads; 0 for one per processor. The model does not depend on it. 0 to 1,024; default 0.</summary>
    public int Threads { get; init; }

    internal void Validate() => new OptionProblems()
        .Range(nameof(MinimumClusterSize), MinimumClusterSize, 2, 1e9)
        .Range(nameof(Neighbours), Neighbours ?? 1, 1, 1e6)
        .Range(nameof(Threads), Threads, 0, 1024)
        .ThrowIfAny();
}
