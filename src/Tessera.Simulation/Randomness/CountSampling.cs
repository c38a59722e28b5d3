namespace Tessera.Simulation.Randomness;

/// <summary>Draws of whole numbers.</summary>
internal static class CountSampling
{
    /// <summary>Above this mean, <see cref="Poisson"/> changes from inversion to transformed rejection.</summary>
    private const double InversionLimit = 12;

    /// <summary>
    /// Poisson with the given mean. Inversion by sequential search for small means; else the transformed rejection PTRS of
    /// Hörmann (1993), The transformed rejection method for generating Poisson random variables, Insurance: Mathematics and
    /// Economics 12.
    /// </summary>
    /// <param name="random">The stream.</param>
    /// <param name="mean">Zero or more, at most 1e9.</param>
    public static int Poisson(this ref RandomStream random, double mean)
    {
        if (mean <= 0)
        {
            return 0;
        }

        if (mean >= InversionLimit)
        {
            return random.PoissonByRejection(mean);
        }

        var remaining = random.NextDouble();
        var probability = PortableMath.Exp(-mean);
        var count = 0;
        while (remaining >= probability && count < 200)
        {
            remaining -= probability;
            count++;
            probability *= mean / count;
        }

        return count;
    }

    /// <summary>
    /// Negative binomial with the given mean and shape: Poisson with a gamma-distributed mean (variance mean + mean²/shape).
    /// </summary>
    public static int NegativeBinomial(this ref RandomStream random, double mean, double shape) =>
        mean <= 0 ? 0 : random.Poisson(random.Gamma(shape, shape / mean));

    /// <summary>Number of failures before the first success: 0, 1, 2 …, mean (1 − p)/p.</summary>
    /// <param name="random">The stream.</param>
    /// <param name="success">The probability of success, above 0, at most 1.</param>
    public static int Geometric(this ref RandomStream random, double success) =>
        success >= 1 ? 0 : (int)Math.Min(1_000_000_000, Math.Floor(PortableMath.Log(random.NextOpenDouble()) / PortableMath.Log(1 - success)));

    private static int PoissonByRejection(this ref RandomStream random, double mean)
    {
        var logMean = PortableMath.Log(mean);
        var b = 0.931 + (2.53 * Math.Sqrt(mean));
        var a = -0.059 + (0.02483 * b);
        var inverseAlpha = 1.1239 + (1.1328 / (b - 3.4));
        var bound = 0.9277 - (3.6224 / (b - 2));
        while (true)
        {
            var u = random.NextOpenDouble() - 0.5;
            var v = random.NextOpenDouble();
            var distance = 0.5 - Math.Abs(u);
            var k = Math.Floor((((2 * a / distance) + b) * u) + mean + 0.43);
            if (distance >= 0.07 && v <= bound)
            {
                return (int)k;
            }

            if (k < 0 || (distance < 0.013 && v > distance))
            {
                continue;
            }

            var left = PortableMath.Log(v) + PortableMath.Log(inverseAlpha) - PortableMath.Log((a / (distance * distance)) + b);
            if (left <= (k * logMean) - mean - LogFactorial(k))
            {
                return (int)k;
            }
        }
    }

    /// <summary>ln k!, by the Stirling series at k + 1 shifted up to at least 10; relative error below 1e-12.</summary>
    internal static double LogFactorial(double k)
    {
        var x = k + 1;
        var product = 1.0;
        while (x < 10)
        {
            product *= x;
            x++;
        }

        var inverse = 1 / x;
        var square = inverse * inverse;
        var series = inverse * ((1.0 / 12) - (square * ((1.0 / 360) - (square * ((1.0 / 1260) - (square / 1680))))));
        const double HalfLogOfTwoPi = 0.91893853320467274178;
        return ((x - 0.5) * PortableMath.Log(x)) - x + HalfLogOfTwoPi + series - PortableMath.Log(product);
    }
}
