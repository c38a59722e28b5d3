namespace Tessera.Learning.Recommendation;

/// <summary>How implicit factors are fitted.</summary>
public sealed record FactorsOptions
{
    /// <summary>f, the numbers that describe a user or an item. 1 to 512; default 64.</summary>
    public int Factors { get; init; } = 64;

    /// <summary>α: an interaction of strength r has the confidence 1 + α r. Above 0, up to 10⁶; default 10.</summary>
    public double Alpha { get; init; } = 10;

    /// <summary>λ, the ridge on all factors. Above 0, up to 10⁹; default 10.</summary>
    public double L2 { get; init; } = 10;

    /// <summary>Rounds, each solving all users and then all items. 1 to 1,000; default 15.</summary>
    public int Iterations { get; init; } = 15;

    /// <summary>Of the first factors. Default 1.</summary>
    public ulong Seed { get; init; } = 1;

    /// <summary>Threads; 0 for one per processor. The model does not depend on it. 0 to 1,024; default 0.</summary>
    public int Threads { get; init; }

    internal void Validate() => new OptionProblems()
        .Range(nameof(Factors), Factors, 1, 512)
        .Range(nameof(Alpha), Alpha, 1e-9, 1e6)
        .Range(nameof(L2), L2, 1e-9, 1e9)
        .Range(nameof(Iterations), Iterations, 1, 1000)
        .Range(nameof(Threads), Threads, 0, 1024)
        .ThrowIfAny();
}
