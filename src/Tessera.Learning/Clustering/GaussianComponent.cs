namespace Tessera.Learning.Clustering;

/// <summary>One component of a mixture: its share, its mean, and its covariance as the inverse of the Cholesky factor.</summary>
internal sealed class GaussianComponent
{
    private const double LogTwoPi = 1.8378770664093453;

    /// <summary>Creates it.</summary>
    /// <param name="share">π, above 0.</param>
    /// <param name="mean">μ, [d].</param>
    /// <param name="covariance">Σ, [d, d], positive definite.</param>
    public GaussianComponent(double share, double[] mean, double[] covariance)
    {
        (Share, Mean, Covariance) = (share, mean, covariance);
        var d = mean.Length;
        var factor = Factor(covariance, d);
        Whitening = InverseOfLower(factor, d);
        LogNormaliser = Math.Log(share) - (d * LogTwoPi / 2);
        for (var i = 0; i < d; i++)
        {
            LogNormaliser -= Math.Log(factor[(i * d) + i]);
        }
    }

    public double Share { get; }

    public double[] Mean { get; }

    public double[] Covariance { get; }

    /// <summary>L⁻¹ with Σ = L Lᵀ, [d, d], lower.</summary>
    public double[] Whitening { get; }

    /// <summary>ln π − ½ ln |2πΣ|.</summary>
    public double LogNormaliser { get; }

    /// <summary>ln π N(x; μ, Σ).</summary>
    public double LogDensity(ReadOnlySpan<double> point)
    {
        var d = Mean.Length;
        var square = 0.0;
        for (var i = 0; i < d; i++)
        {
            var whitened = 0.0;
            for (var j = 0; j <= i; j++)
            {
                whitened += Whitening[(i * d) + j] * (point[j] - Mean[j]);
            }

            square += whitened * whitened;
        }

        return LogNormaliser - (square / 2);
    }

    private static double[] Factor(double[] matrix, int d)
    {
        var lower = new double[d * d];
        for (var i = 0; i < d; i++)
        {
            for (var j = 0; j <= i; j++)
            {
                var sum = matrix[(i * d) + j];
                for (var k = 0; k < j; k++)
                {
                    sum -= lower[(i * d) + k] * lower[(j * d) + k];
                }

                if (i == j && !(sum > 0))
                {
                    throw new NotEstimableException("A component of the mixture has no extent in some direction; raise Floor or leave out columns that follow from others.");
                }

                lower[(i * d) + j] = i == j ? Math.Sqrt(sum) : sum / lower[(j * d) + j];
            }
        }

        return lower;
    }

    private static double[] InverseOfLower(double[] lower, int d)
    {
        var inverse = new double[d * d];
        for (var column = 0; column < d; column++)
        {
            for (var i = column; i < d; i++)
            {
                var sum = i == column ? 1.0 : 0;
                for (var k = column; k < i; k++)
                {
                    sum -= lower[(i * d) + k] * inverse[(k * d) + column];
                }

                inverse[(i * d) + column] = sum / lower[(i * d) + i];
            }
        }

        return inverse;
    }
}
