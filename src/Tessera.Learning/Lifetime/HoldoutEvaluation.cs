using Tessera.Learning.Numerics;

namespace Tessera.Learning.Lifetime;

/// <summary>How a model that saw only the calibration predicts the purchases after it, over the same customers.</summary>
/// <param name="ActualTotal">Purchases that happened.</param>
/// <param name="PredictedTotal">Purchases that were expected.</param>
/// <param name="MeanAbsoluteError">Mean over customers of |actual − expected|.</param>
/// <param name="RootMeanSquaredError">Square root of the mean over customers of (actual − expected)².</param>
/// <param name="Spearman">Rank correlation of actual and expected; null where either is the same for all customers.</param>
/// <param name="Correlation">Pearson's correlation of actual and expected; null likewise.</param>
/// <param name="LogLikelihood">
/// The predictive log-likelihood of the holdout: ln of the density of all that happened minus ln of the density of what happened
/// in calibration. Larger is better; comparable between models on the same data.
/// </param>
public sealed record HoldoutEvaluation(
    double ActualTotal, double PredictedTotal, double MeanAbsoluteError, double RootMeanSquaredError, double? Spearman, double? Correlation, double LogLikelihood)
{
    /// <summary>Evaluates a model. O(n log n).</summary>
    /// <param name="model">A model fitted on the calibration of the log.</param>
    /// <param name="log">The log.</param>
    /// <exception cref="NotEstimableException">The log has no holdout.</exception>
    public static HoldoutEvaluation Of(ILifetimeModel model, PurchaseLog log)
    {
        ArgumentNullException.ThrowIfNull(model);
        ArgumentNullException.ThrowIfNull(log);
        if (log.HoldoutLength <= 0)
        {
            throw new NotEstimableException($"There is no holdout: the last purchase is not after {log.CalibrationEnd:yyyy-MM-dd}, the end of calibration.");
        }

        var n = log.Customers.Count;
        var actual = new double[n];
        var expected = new double[n];
        Parallel.For(0, n, i =>
        {
            actual[i] = log.Customers[i].HoldoutPurchases;
            expected[i] = model.ExpectedPurchases(log.HoldoutLength, log.Customers[i].Calibration);
        });
        double absolute = 0, squared = 0;
        for (var i = 0; i < n; i++)
        {
            var error = actual[i] - expected[i];
            absolute += Math.Abs(error);
            squared += error * error;
        }

        return new(
            actual.Sum(),
            expected.Sum(),
            absolute / n,
            Math.Sqrt(squared / n),
            Known(RankCorrelation.Spearman(actual, expected)),
            Known(RankCorrelation.Pearson(actual, expected)),
            model.LogLikelihoodOf(log.Whole()) - model.LogLikelihoodOf(log.Calibration()));
    }

    private static double? Known(double value) => double.IsNaN(value) ? null : value;
}
