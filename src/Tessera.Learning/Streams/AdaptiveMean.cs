namespace Tessera.Learning.Streams;

/// <summary>A mean that forgets: a value counts half as much as one that came a half-life later.</summary>
/// <remarks>Exponential weights, divided by their sum, so that the first values are not drawn to 0: Brown (1963), Smoothing, Forecasting and Prediction. Not for several threads at once.</remarks>
public sealed class AdaptiveMean
{
    private readonly double keep;
    private double sum;
    private double weight;

    /// <summary>Creates an empty mean.</summary>
    /// <param name="halfLife">The values after which one counts half; above 0.</param>
    public AdaptiveMean(double halfLife)
    {
        new OptionProblems().Positive(nameof(halfLife), halfLife).ThrowIfAny();
        keep = Math.Pow(0.5, 1 / halfLife);
    }

    /// <summary>The mean; not-a-number before the first value.</summary>
    public double Value => sum / weight;

    /// <summary>The sum of the weights: as many values as the mean rests on.</summary>
    public double Weight => weight;

    /// <summary>Takes a value in.</summary>
    /// <param name="value">Finite.</param>
    public void Add(double value)
    {
        if (!double.IsFinite(value))
        {
            throw new ArgumentOutOfRangeException(nameof(value), value, "A value is a finite number.");
        }

        (sum, weight) = ((sum * keep) + value, (weight * keep) + 1);
    }
}
