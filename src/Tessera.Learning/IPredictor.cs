using Tessera.Learning.Data;

namespace Tessera.Learning;

/// <summary>A fitted model that gives one number for a row of inputs: a probability, or an expected value.</summary>
/// <remarks>Immutable and safe for any number of threads.</remarks>
public interface IPredictor : IFittedModel
{
    /// <summary>The inputs it takes.</summary>
    FeatureSchema Schema { get; }

    /// <summary>The prediction for one row.</summary>
    /// <param name="row">The inputs in the schema's order, [d]: numbers, codes of categories; not-a-number where missing or never seen.</param>
    double Predict(ReadOnlySpan<double> row);

    /// <summary>The predictions for many rows; equal to <see cref="Predict(ReadOnlySpan{double})"/> row by row.</summary>
    /// <param name="features">The rows, n of them, in the schema's order.</param>
    /// <returns>The predictions, [n].</returns>
    double[] Predict(FeatureFrame features);
}
