using System.Collections.Immutable;

namespace Tessera.Learning.Boosting;

/// <summary>How boosting grows its trees. The defaults suit tens of thousands of rows; small data wants fewer leaves and a slower rate.</summary>
public sealed record BoostingOptions
{
    /// <summary>What is minimised. Default: log loss.</summary>
    public BoostingObjective Objective { get; init; } = BoostingObjective.LogLoss;

    /// <summary>The most trees that are grown. 1 to 100,000; default 200.</summary>
    public int Trees { get; init; } = 200;

    /// <summary>The share of a tree's correction that is taken. Above 0, at most 1; default 0.1.</summary>
    public double LearningRate { get; init; } = 0.1;

    /// <summary>The most leaves of a tree. 2 to 4,096; default 31.</summary>
    public int MaximumLeaves { get; init; } = 31;

    /// <summary>The most decisions from root to leaf; 0 for no limit but the leaves. 0 to 64; default 0.</summary>
    public int MaximumDepth { get; init; }

    /// <summary>λ, the ridge on leaf values, in units of the hessian. 0 to 10⁹; default 1.</summary>
    public double L2 { get; init; } = 1;

    /// <summary>The least sum of hessians in a leaf: for squared error the weight of its rows, for log loss Σ p (1 − p). 0 to 10¹²; default 1.</summary>
    public double MinimumChildWeight { get; init; } = 1;

    /// <summary>γ: a split must lower the objective by more than this. 0 to 10¹²; default 0.</summary>
    public double MinimumGain { get; init; }

    /// <summary>The most bins of a feature, besides the one of missing values. 2 to 255; default 255.</summary>
    public int MaximumBins { get; init; } = 255;

    /// <summary>The share of rows that each tree sees, drawn without replacement. Above 0, at most 1; default 1.</summary>
    public double RowShare { get; init; } = 1;

    /// <summary>The share of features that each tree may use. Above 0, at most 1; default 1.</summary>
    public double ColumnShare { get; init; } = 1;

    /// <summary>Rounds without a better loss on the validation rows after which growing stops; 0 for never. Ignored without validation rows. Default 50.</summary>
    public int EarlyStoppingRounds { get; init; } = 50;

    /// <summary>Added to the hessian of a category when categories are ordered, so that rare ones stand in the middle. 0 to 10⁹; default 10.</summary>
    public double CategorySmoothing { get; init; } = 10;

    /// <summary>Added to λ when a split sorts more than four categories, since it chooses among many. 0 to 10⁹; default 10.</summary>
    public double CategoryL2 { get; init; } = 10;

    /// <summary>The quantile that is predicted. Between 0 and 1; default 0.5. Ignored by other objectives.</summary>
    public double QuantileLevel { get; init; } = 0.5;

    /// <summary>The power of the mean that the variance grows with. Above 1, below 2; default 1.5. Ignored by other objectives.</summary>
    public double TweediePower { get; init; } = 1.5;

    /// <summary>Numeric features that may only raise (1) or only lower (−1) the prediction, by name. Default: none.</summary>
    public ImmutableDictionary<string, int> Monotone { get; init; } = ImmutableDictionary<string, int>.Empty;

    /// <summary>Of the shares of rows and columns. Default 1.</summary>
    public ulong Seed { get; init; } = 1;

    /// <summary>Threads; 0 for one per processor. The model does not depend on it. 0 to 1,024; default 0.</summary>
    public int Threads { get; init; }

    internal void Validate() => new OptionProblems()
        .Require(Enum.IsDefined(Objective), $"{nameof(Objective)} is {(int)Objective} but must be one of {string.Join(", ", Enum.GetNames<BoostingObjective>())}.")
        .Range(nameof(Trees), Trees, 1, 100_000)
        .Range(nameof(LearningRate), LearningRate, double.Epsilon, 1)
        .Range(nameof(MaximumLeaves), MaximumLeaves, 2, 4096)
        .Range(nameof(MaximumDepth), MaximumDepth, 0, 64)
        .Range(nameof(L2), L2, 0, 1e9)
        .Range(nameof(MinimumChildWeight), MinimumChildWeight, 0, 1e12)
        .Range(nameof(MinimumGain), MinimumGain, 0, 1e12)
        .Range(nameof(MaximumBins), MaximumBins, 2, 255)
        .Range(nameof(RowShare), RowShare, double.Epsilon, 1)
        .Range(nameof(ColumnShare), ColumnShare, double.Epsilon, 1)
        .Range(nameof(EarlyStoppingRounds), EarlyStoppingRounds, 0, int.MaxValue)
        .Range(nameof(CategorySmoothing), CategorySmoothing, 0, 1e9)
        .Range(nameof(CategoryL2), CategoryL2, 0, 1e9)
        .Range(nameof(QuantileLevel), QuantileLevel, 1e-6, 1 - 1e-6)
        .Range(nameof(TweediePower), TweediePower, 1 + 1e-6, 2 - 1e-6)
        .Range(nameof(Threads), Threads, 0, 1024)
        .Require(Monotone.Values.All(direction => direction is 1 or -1), $"{nameof(Monotone)} has a direction other than 1 and -1.")
        .ThrowIfAny();
}
