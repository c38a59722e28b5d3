namespace Tessera.Learning.Experiments;

/// <summary>All that ratios and covariate adjustment need to know of a sample of pairs (x, y).</summary>
/// <param name="X">Moments of the first: the denominator of a ratio, or the covariate.</param>
/// <param name="Y">Moments of the second: the numerator of a ratio, or the metric.</param>
/// <param name="Covariance">Their covariance, with n − 1 below; 0 for fewer than two.</param>
public readonly record struct PairedMoments(SampleMoments X, SampleMoments Y, double Covariance)
{
    /// <summary>How many pairs.</summary>
    public long Count => Y.Count;

    /// <summary>Moments of pairs. O(n).</summary>
    /// <param name="x">Finite values, [n].</param>
    /// <param name="y">Finite values, [n].</param>
    /// <exception cref="ArgumentException">The lists are not equally long.</exception>
    public static PairedMoments Of(ReadOnlySpan<double> x, ReadOnlySpan<double> y)
    {
        if (x.Length != y.Length)
        {
            throw new ArgumentException($"There are {x.Length} values of one kind and {y.Length} of the other; pairs need as many.", nameof(y));
        }

        var (first, second) = (SampleMoments.Of(x), SampleMoments.Of(y));
        var products = 0.0;
        for (var i = 0; i < x.Length; i++)
        {
            products += (x[i] - first.Mean) * (y[i] - second.Mean);
        }

        return new(first, second, x.Length > 1 ? products / (x.Length - 1) : 0);
    }
}
