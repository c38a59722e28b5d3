namespace Tessera.Learning.Experiments;

/// <summary>All that comparing means needs to know of a sample.</summary>
/// <param name="Count">How many observations.</param>
/// <param name="Mean">Their mean.</param>
/// <param name="Variance">Their variance, with n − 1 below; 0 for fewer than two.</param>
public readonly record struct SampleMoments(long Count, double Mean, double Variance)
{
    /// <summary>The squared standard error of the mean.</summary>
    public double SquaredError => Variance / Count;

    /// <summary>Moments of values, without the cancellation of sums of squares. O(n).</summary>
    /// <param name="values">Finite values.</param>
    public static SampleMoments Of(ReadOnlySpan<double> values)
    {
        double mean = 0, squares = 0;
        for (var i = 0; i < values.Length; i++)
        {
            var before = values[i] - mean;
            mean += before / (i + 1);
            squares += before * (values[i] - mean);
        }

        return new(values.Length, mean, values.Length > 1 ? squares / (values.Length - 1) : 0);
    }
}
