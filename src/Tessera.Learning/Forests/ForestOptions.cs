namespace Tessera.Learning.Forests;

/// <summary>How a random forest, or a single tree, is grown.</summary>
public sealed record ForestOptions
{
    /// <summary>How many trees are averaged. 1 to 100,000; default 300. A single tree sees all rows as they are, more see samples with replacement.</summary>
    public int Trees { get; init; } = 300;

    /// <summary>The most leaves of a tree. 2 to 4,096; default 256.</summary>
    public int MaximumLeaves { get; init; } = 256;

    /// <summary>The most decisions from root to leaf; 0 for no limit but the leaves. 0 to 64; default 0.</summary>
    public int MaximumDepth { get; init; }

    /// <summary>The least weight of the rows in a leaf. 0 to 10¹²; default 5.</summary>
    public double MinimumLeafWeight { get; init; } = 5;

    /// <summary>The share of features that each decision may choose from; null for √d of d in a forest, and all in a single tree. Above 0, at most 1.</summary>
    public double? ColumnShare { get; init; }

    /// <summary>Of samples and features. Default 1.</summary>
    public ulong Seed { get; init; } = 1;

    /// <summary>Threads; 0 for one per processor. The model does not depend on it. 0 to 1,024; default 0.</summary>
    public int Threads { get; init; }

    internal void Validate() => new OptionProblems()
        .Range(nameof(Trees), Trees, 1, 100_000)
        .Range(nameof(MaximumLeaves), MaximumLeaves, 2, 4096)
        .Range(nameof(MaximumDepth), MaximumDepth, 0, 64)
        .Range(nameof(MinimumLeafWeight), MinimumLeafWeight, 0, 1e12)
        .Range(nameof(ColumnShare), ColumnShare ?? 1, double.Epsilon, 1)
        .Range(nameof(Threads), Threads, 0, 1024)
        .ThrowIfAny();
}
