namespace Tessera.Simulation.Randomness;

/// <summary>
/// Draws from continuous distributions. Each method names its reference; means and parameters are those of the docstring and
/// are held by tests of moments and of the whole distribution (Kolmogorov–Smirnov).
/// </summary>
internal static class Sampling
{
    private const double SmallestNormal = 2.2250738585072014e-308;

    /// <summary>Exponential with the given rate (mean 1/rate).</summary>
    public static double Exponential(this ref RandomStream random, double rate) => -PortableMath.Log(random.NextOpenDouble()) / rate;

    /// <summary>Normal with mean 0 and standard deviation 1: Marsaglia and Bray's polar method (1964).</summary>
    public static double Normal(this ref RandomStream random)
    {
        while (true)
        {
            var u = (2 * random.NextOpenDouble()) - 1;
            var v = (2 * random.NextOpenDouble()) - 1;
            var square = (u * u) + (v * v);
            if (square is < 1 and > 0)
            {
                return u * Math.Sqrt(-2 * PortableMath.Log(square) / square);
            }
        }
    }

    /// <summary>Normal with the given mean and standard deviation.</summary>
    public static double Normal(this ref RandomStream random, double mean, double deviation) => mean + (deviation * random.Normal());

    /// <summary>Log-normal with the given median; <paramref name="deviation"/> is that of the logarithm.</summary>
    public static double LogNormal(this ref RandomStream random, double median, double deviation) =>
        median * PortableMath.Exp(deviation * random.Normal());

    /// <summary>
    /// Gamma with the given shape and rate (mean shape/rate). Marsaglia and Tsang (2000), A Simple Method for Generating Gamma
    /// Variables, ACM TOMS 26(3); for shapes below 1 their boosting by U^(1/shape).
    /// </summary>
    public static double Gamma(this ref RandomStream random, double shape, double rate)
    {
        if (shape < 1)
        {
            // The power underflows for tiny shapes; what is left is the smallest normal number, never zero.
            var boosted = PortableMath.Exp(Math.Max(-600, PortableMath.Log(random.NextOpenDouble()) / shape));
            return Math.Max(random.Gamma(shape + 1, rate) * boosted, SmallestNormal);
        }

        var d = shape - (1.0 / 3);
        var c = 1 / Math.Sqrt(9 * d);
        while (true)
        {
            var x = random.Normal();
            var cube = 1 + (c * x);
            if (cube <= 0)
            {
                continue;
            }

            var v = cube * cube * cube;
            var u = random.NextOpenDouble();
            var square = x * x;
            if (u < 1 - (0.0331 * square * square)
                || PortableMath.Log(u) < (0.5 * square) + (d * (1 - v + PortableMath.Log(v))))
            {
                return d * v / rate;
            }
        }
    }

    /// <summary>Beta with the given shapes (mean a/(a + b)), as a ratio of gammas.</summary>
    public static double Beta(this ref RandomStream random, double a, double b)
    {
        var x = random.Gamma(a, 1);
        return x / (x + random.Gamma(b, 1));
    }

    /// <summary>Fills <paramref name="weights"/> with a draw from the Dirichlet distribution with the given concentrations.</summary>
    public static void Dirichlet(this ref RandomStream random, ReadOnlySpan<double> concentrations, Span<double> weights)
    {
        var total = 0.0;
        for (var i = 0; i < concentrations.Length; i++)
        {
            weights[i] = random.Gamma(concentrations[i], 1);
            total += weights[i];
        }

        for (var i = 0; i < concentrations.Length; i++)
        {
            weights[i] /= total;
        }
    }
}
