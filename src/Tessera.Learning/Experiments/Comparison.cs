namespace Tessera.Learning.Experiments;

/// <summary>What a treatment did compared with a control, or why that cannot be said.</summary>
/// <remarks>Which of the numbers there are depends on the method; a comparison that is not estimable has none but the effect, if even that.</remarks>
public sealed record Comparison
{
    /// <summary>Why there is no answer, one sentence; null where there is one.</summary>
    public string? NotEstimable { get; init; }

    /// <summary>Treatment minus control; null where one of them has no value.</summary>
    public double? Effect { get; init; }

    /// <summary>The effect as a fraction of the control; null where the control is 0 or below.</summary>
    public double? RelativeEffect { get; init; }

    /// <summary>The standard error of the effect.</summary>
    public double? StandardError { get; init; }

    /// <summary>The lower end of the interval of the effect.</summary>
    public double? Lower { get; init; }

    /// <summary>The upper end of the interval of the effect.</summary>
    public double? Upper { get; init; }

    /// <summary>The probability of an effect at least as far from zero if there were none, two-sided.</summary>
    public double? PValue { get; init; }

    /// <summary>The posterior probability that the treatment is better, that is larger.</summary>
    public double? ProbabilityBetter { get; init; }

    /// <summary>What choosing the treatment loses on average over the posterior, in units of the metric.</summary>
    public double? ExpectedLoss { get; init; }

    /// <summary>Degrees of freedom of the t distribution, where one was used.</summary>
    public double? DegreesOfFreedom { get; init; }

    internal static Comparison Without(string reason, double? effect = null) => new() { NotEstimable = reason, Effect = effect };

    internal static double? Relative(double effect, double control) => control > 0 ? effect / control : null;
}
