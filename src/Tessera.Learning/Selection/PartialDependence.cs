using Tessera.Learning.Data;

namespace Tessera.Learning.Selection;

/// <summary>What a model predicts on average when one input is set to a value for all rows.</summary>
/// <remarks>
/// Reference: Friedman (2001), Greedy Function Approximation: A Gradient Boosting Machine, Annals of Statistics 29(5), section 8.2, equation (53). Where inputs depend on each
/// other it also asks of rows that do not exist. O(values · n) predictions.
/// </remarks>
public static class PartialDependence
{
    /// <summary>The mean predictions.</summary>
    /// <param name="model">The model.</param>
    /// <param name="features">The rows whose other inputs are kept, n of them.</param>
    /// <param name="feature">The input's position in the schema.</param>
    /// <param name="values">Its values, or codes of categories; not-a-number for missing.</param>
    /// <returns>The mean prediction at each value.</returns>
    public static double[] Of(IPredictor model, FeatureFrame features, int feature, IReadOnlyList<double> values) =>
        [.. values.Select(value => model.Predict(features.Fixed(feature, value)).Average())];

    /// <summary>Values to ask for: all categories, or quantiles of a number.</summary>
    /// <param name="features">The rows.</param>
    /// <param name="feature">The input's position in the schema.</param>
    /// <param name="most">The most values of a number, at least 2.</param>
    public static double[] Values(FeatureFrame features, int feature, int most = 20)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(most, 2);
        if (features.Schema[feature].IsCategorical)
        {
            return [.. Enumerable.Range(0, features.Schema[feature].Categories.Count).Select(code => (double)code)];
        }

        double[] sorted = [.. features[feature].ToArray().Where(value => !double.IsNaN(value)).Order()];
        return sorted.Length == 0 ? [] : [.. Enumerable.Range(0, most).Select(i => sorted[(int)((long)i * (sorted.Length - 1) / (most - 1))]).Distinct()];
    }
}
