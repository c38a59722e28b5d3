namespace Tessera.Learning.Causal;

/// <summary>How uplift is learned.</summary>
public sealed record UpliftOptions
{
    /// <summary>The way. Default: cross.</summary>
    public UpliftLearner Learner { get; init; } = UpliftLearner.Cross;

    /// <summary>The models inside. Default: boosting.</summary>
    public UpliftBase Base { get; init; } = UpliftBase.Boosting;

    /// <summary>Trees of each boosted model. 1 to 100,000; default 60. Ignored by linear models.</summary>
    public int Trees { get; init; } = 60;

    /// <summary>The most leaves of those trees. 2 to 4,096; default 4: effects are small against the noise. Ignored by linear models.</summary>
    public int MaximumLeaves { get; init; } = 4;

    /// <summary>The ridge of the models inside. Above 0, up to 10⁹; default 100.</summary>
    public double L2 { get; init; } = 100;

    /// <summary>Folds of the doubly robust learner. 2 to 20; default 5. Ignored by the others.</summary>
    public int Folds { get; init; } = 5;

    /// <summary>Of folds. Default 1.</summary>
    public ulong Seed { get; init; } = 1;

    internal void Validate() => new OptionProblems()
        .Require(Enum.IsDefined(Learner), $"{nameof(Learner)} is {(int)Learner} but must be one of {string.Join(", ", Enum.GetNames<UpliftLearner>())}.")
        .Require(Enum.IsDefined(Base), $"{nameof(Base)} is {(int)Base} but must be one of {string.Join(", ", Enum.GetNames<UpliftBase>())}.")
        .Require(Learner != UpliftLearner.Single || Base != UpliftBase.Linear, $"{nameof(Base)} is Linear but the learner Single would then give every row the same uplift; it takes Boosting.")
        .Range(nameof(Trees), Trees, 1, 100_000)
        .Range(nameof(MaximumLeaves), MaximumLeaves, 2, 4096)
        .Range(nameof(L2), L2, 1e-12, 1e9)
        .Range(nameof(Folds), Folds, 2, 20)
        .ThrowIfAny();
}
