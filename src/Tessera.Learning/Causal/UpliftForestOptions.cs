namespace Tessera.Learning.Causal;

/// <summary>How uplift trees are grown.</summary>
public sealed record UpliftForestOptions
{
    /// <summary>How many trees are averaged. 1 to 100,000; default 200. A single tree sees all rows, more see half of them each.</summary>
    public int Trees { get; init; } = 200;

    /// <summary>The most decisions from root to leaf. 1 to 30; default 4.</summary>
    public int MaximumDepth { get; init; } = 4;

    /// <summary>The least rows of each arm in a leaf. 1 to 10⁹; default 100.</summary>
    public int MinimumArmRows { get; init; } = 100;

    /// <summary>The most bins of a feature. 2 to 255; default 32: finer cuts would follow the noise.</summary>
    public int MaximumBins { get; init; } = 32;

    /// <summary>Whether a tree's leaves are estimated on rows that did not choose its decisions. Default: yes.</summary>
    public bool Honest { get; init; } = true;

    /// <summary>The share of the features that each decision of a forest may choose from. Above 0, at most 1; default 0.7. A single tree uses all.</summary>
    public double ColumnShare { get; init; } = 0.7;

    /// <summary>Of samples and features. Default 1.</summary>
    public ulong Seed { get; init; } = 1;

    /// <summary>Threads; 0 for one per processor. The model does not depend on it. 0 to 1,024; default 0.</summary>
    public int Threads { get; init; }

    internal void Validate() => new OptionProblems()
        .Range(nameof(Trees), Trees, 1, 100_000)
        .Range(nameof(MaximumDepth), MaximumDepth, 1, 30)
        .Range(nameof(MinimumArmRows), MinimumArmRows, 1, 1e9)
        .Range(nameof(MaximumBins), MaximumBins, 2, 255)
        .Range(nameof(ColumnShare), ColumnShare, double.Epsilon, 1)
        .Range(nameof(Threads), Threads, 0, 1024)
        .ThrowIfAny();
}
