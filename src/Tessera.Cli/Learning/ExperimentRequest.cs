namespace Tessera.Cli.Learning;

/// <summary>What <c>learn experiment</c> was asked for.</summary>
/// <param name="File">The file.</param>
/// <param name="Variant">The column of the variant.</param>
/// <param name="Metric">The column of the metric.</param>
/// <param name="Covariate">The column of a covariate from before the experiment; null for none.</param>
/// <param name="Denominator">The column that the metric is divided by; null for none.</param>
/// <param name="Strata">The column of groups from before the experiment; null for none.</param>
/// <param name="Quantile">Which quantile to compare; null for means.</param>
/// <param name="Control">The variant that others are compared with; null to find it.</param>
/// <param name="Method">frequentist, bayesian or sequential.</param>
/// <param name="Correction">holm, bh or none.</param>
/// <param name="Weights">Intended sizes of the variants, in the order of their names; empty for equal ones.</param>
/// <param name="Level">The probability of intervals.</param>
internal sealed record ExperimentRequest(
    string File,
    string Variant,
    string Metric,
    string? Covariate,
    string? Denominator,
    string? Strata,
    double? Quantile,
    string? Control,
    string Method,
    string Correction,
    double[] Weights,
    double Level);
