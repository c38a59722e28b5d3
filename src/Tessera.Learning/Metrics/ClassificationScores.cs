namespace Tessera.Learning.Metrics;

/// <summary>The metrics of a classifier that gives probabilities, together.</summary>
/// <param name="Auc">See <see cref="RankingMetrics.AreaUnderCurve"/>.</param>
/// <param name="LogLoss">See <see cref="ProbabilityMetrics.LogLoss"/>.</param>
/// <param name="Brier">See <see cref="ProbabilityMetrics.Brier"/>.</param>
/// <param name="AveragePrecision">See <see cref="RankingMetrics.AveragePrecision"/>.</param>
/// <param name="LiftAt10">See <see cref="RankingMetrics.Lift"/>, at 10 %.</param>
/// <param name="Ece">See <see cref="ProbabilityMetrics.ExpectedCalibrationError"/>, in ten bins.</param>
public sealed record ClassificationScores(double Auc, double LogLoss, double Brier, double AveragePrecision, double LiftAt10, double Ece)
{
    /// <summary>Measures probabilities.</summary>
    /// <param name="target">0 or 1, [n], at least one of each.</param>
    /// <param name="probabilities">Of class 1, [n].</param>
    public static ClassificationScores Of(ReadOnlySpan<double> target, ReadOnlySpan<double> probabilities) => new(
        RankingMetrics.AreaUnderCurve(target, probabilities),
        ProbabilityMetrics.LogLoss(target, probabilities),
        ProbabilityMetrics.Brier(target, probabilities),
        RankingMetrics.AveragePrecision(target, probabilities),
        RankingMetrics.Lift(target, probabilities),
        ProbabilityMetrics.ExpectedCalibrationError(target, probabilities));

    /// <summary>The mean of each metric over folds.</summary>
    /// <param name="folds">At least one.</param>
    public static ClassificationScores Mean(IReadOnlyCollection<ClassificationScores> folds) => new(
        folds.Average(fold => fold.Auc),
        folds.Average(fold => fold.LogLoss),
        folds.Average(fold => fold.Brier),
        folds.Average(fold => fold.AveragePrecision),
        folds.Average(fold => fold.LiftAt10),
        folds.Average(fold => fold.Ece));
}
