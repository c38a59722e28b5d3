using Tessera.Learning.Experiments;

namespace Tessera.Cli.Learning;

/// <summary>What <c>learn experiment</c> answers: its JSON, property by property.</summary>
internal sealed record ExperimentAnswer(
    string Method,
    string Metric,
    string Kind,
    string Control,
    double Level,
    IReadOnlyList<ExperimentAnswer.VariantAnswer> Variants,
    IReadOnlyList<ExperimentAnswer.ComparisonAnswer> Comparisons,
    SampleRatioCheck SampleRatioCheck,
    IReadOnlyList<string> Warnings)
{
    /// <summary>One variant: its mean, or ratio, or quantile.</summary>
    internal sealed record VariantAnswer(string Name, long Count, double? Value, double? StandardDeviation);

    /// <summary>One variant against the control.</summary>
    internal sealed record ComparisonAnswer(
        string Variant,
        double? Effect,
        double? RelativeEffect,
        double? StandardError,
        double?[]? Interval,
        double? PValue,
        double? AdjustedPValue,
        double? ProbabilityBetter,
        double? ExpectedLoss,
        double? VarianceReduction,
        string? NotEstimable);
}
