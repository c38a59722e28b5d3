using Tessera.Learning.Data;
using Tessera.Learning.Linear;

namespace Tessera.Learning.Calibration;

/// <summary>Turns scores into probabilities by a logistic curve: P = 1/(1 + e^−(a + b s)). Immutable.</summary>
/// <remarks>
/// Reference: Platt (1999), Probabilistic Outputs for Support Vector Machines, equation (1), with Newton's method as in Lin, Lin and
/// Weng (2007), Machine Learning 68(3). Scores must come from rows that the model was not fitted on.
/// </remarks>
public sealed class PlattScaling
{
    private readonly LinearModel curve;

    private PlattScaling(LinearModel curve) => this.curve = curve;

    /// <summary>Fits the curve.</summary>
    /// <param name="scores">Scores of held-out rows, such as log-odds, [n]; finite.</param>
    /// <param name="target">0 or 1, [n], at least one of each.</param>
    /// <exception cref="NotEstimableException">There is one class only.</exception>
    public static PlattScaling Fit(ReadOnlySpan<double> scores, ReadOnlySpan<double> target) =>
        new(new LogisticRegressionTrainer(new LinearOptions { L2 = 1e-6 }).Fit(new TrainingSet(FeatureFrame.Numeric(["score"], [scores.ToArray()]), target)));

    /// <summary>The probability of a score.</summary>
    /// <param name="score">The score.</param>
    public double Probability(double score) => curve.Predict([score]);
}
