using Tessera.Learning.Calibration;
using Tessera.Learning.Data;
using Tessera.Learning.Metrics;
using Tessera.Learning.Validation;

namespace Tessera.Learning.Selection;

/// <summary>Draws probabilities half-way to the rates that were observed where the model gave them.</summary>
/// <remarks>
/// The rates are those of <see cref="IsotonicScaling"/> on rows that the model had not seen. Alone they overfit, and tie what the model keeps apart;
/// the mean with the model's own probability keeps its order and halves the variance. It is used where, with rates of other rows than
/// those it is judged on, the calibration error falls and the log loss does not rise by more than one in a thousand.
/// </remarks>
internal sealed class ProbabilityCurve(IsotonicScaling rates)
{
    private const int LeastRows = 500;
    private const int JudgingFolds = 5;
    private const double BearableRise = 1.001;

    /// <summary>The observed rates.</summary>
    public IsotonicScaling Rates { get; } = rates;

    /// <summary>The curve for predictions of rows that were not learned from; null where there are too few or it would not help.</summary>
    /// <param name="predictions">The probabilities, [n]; not-a-number for rows without one.</param>
    /// <param name="data">The truth, n rows.</param>
    /// <param name="seed">Of the folds by which it is judged.</param>
    public static ProbabilityCurve? Choose(double[] predictions, TrainingSet data, ulong seed)
    {
        int[] rows = [.. Enumerable.Range(0, predictions.Length).Where(row => !double.IsNaN(predictions[row]))];
        if (rows.Length < LeastRows || !data.Weights.IsEmpty)
        {
            return null;
        }

        double[] given = [.. rows.Select(row => predictions[row])];
        double[] target = [.. rows.Select(row => data.Target[row])];
        var judged = (double[])given.Clone();
        foreach (var fold in Folds.Stratified(target, JudgingFolds, seed))
        {
            var curve = Fit(Pick(given, fold.Training), Pick(target, fold.Training));
            foreach (var row in fold.Test)
            {
                judged[row] = curve.Of(given[row]);
            }
        }

        return ProbabilityMetrics.ExpectedCalibrationError(target, judged) < ProbabilityMetrics.ExpectedCalibrationError(target, given)
            && ProbabilityMetrics.LogLoss(target, judged) <= BearableRise * ProbabilityMetrics.LogLoss(target, given)
            ? Fit(given, target)
            : null;
    }

    /// <summary>The probability that a model's probability becomes.</summary>
    public double Of(double probability) => (probability + Rates.Probability(probability)) / 2;

    /// <summary>The same as a SQL expression (ClickHouse).</summary>
    public string ToSql(string probability) => $"arraySum(p -> (p + {Rates.ToSql("p")}) / 2, [{probability}])";

    private static ProbabilityCurve Fit(double[] given, double[] target) => new(IsotonicScaling.Fit(given, target));

    private static double[] Pick(double[] values, ReadOnlySpan<int> rows)
    {
        var picked = new double[rows.Length];
        for (var i = 0; i < picked.Length; i++)
        {
            picked[i] = values[rows[i]];
        }

        return picked;
    }
}
