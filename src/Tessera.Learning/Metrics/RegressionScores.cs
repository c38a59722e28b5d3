namespace Tessera.Learning.Metrics;

/// <summary>The metrics of predicted numbers, together.</summary>
/// <param name="Rmse">See <see cref="RegressionMetrics.RootMeanSquaredError"/>.</param>
/// <param name="Mae">See <see cref="RegressionMetrics.MeanAbsoluteError"/>.</param>
/// <param name="R2">See <see cref="RegressionMetrics.Determination"/>; null when all targets are equal.</param>
/// <param name="Spearman">See <see cref="RegressionMetrics.Spearman"/>; null when all targets or all predictions are equal.</param>
public sealed record RegressionScores(double Rmse, double Mae, double? R2, double? Spearman)
{
    /// <summary>Measures predictions.</summary>
    /// <param name="target">The truth, [n].</param>
    /// <param name="predictions">The predictions, [n].</param>
    public static RegressionScores Of(ReadOnlySpan<double> target, ReadOnlySpan<double> predictions)
    {
        var targetsDiffer = Differ(target);
        return new(
            RegressionMetrics.RootMeanSquaredError(target, predictions),
            RegressionMetrics.MeanAbsoluteError(target, predictions),
            targetsDiffer ? RegressionMetrics.Determination(target, predictions) : null,
            targetsDiffer && Differ(predictions) ? RegressionMetrics.Spearman(target, predictions) : null);
    }

    /// <summary>The mean of each metric over folds, over those where it can be estimated.</summary>
    /// <param name="folds">At least one.</param>
    public static RegressionScores Mean(IReadOnlyCollection<RegressionScores> folds) => new(
        folds.Average(fold => fold.Rmse),
        folds.Average(fold => fold.Mae),
        folds.Average(fold => fold.R2),
        folds.Average(fold => fold.Spearman));

    private static bool Differ(ReadOnlySpan<double> values) => values.Length > 0 && values.ContainsAnyExcept(values[0]);
}
