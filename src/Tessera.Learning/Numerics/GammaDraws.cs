using Tessera.Learning.Data;

namespace Tessera.Learning.Numerics;

/// <summary>Draws from gamma and beta distributions.</summary>
/// <remarks>Reference: Marsaglia and Tsang (2000), A Simple Method for Generating Gamma Variables, ACM TOMS 26(3), sections 4 and 6.</remarks>
internal static class GammaDraws
{
    /// <summary>Gamma of a shape above 0 and rate 1.</summary>
    public static double Gamma(SeededRandom random, double shape)
    {
        if (shape < 1)
        {
            return Gamma(random, shape + 1) * Math.Pow(1 - random.NextDouble(), 1 / shape);
        }

        var d = shape - (1.0 / 3);
        var c = 1 / Math.Sqrt(9 * d);
        while (true)
        {
            var x = random.NextNormal();
            var v = 1 + (c * x);
            v = v * v * v;
            if (v > 0 && Math.Log(1 - random.NextDouble()) < (x * x / 2) + d - (d * v) + (d * Math.Log(v)))
            {
                return d * v;
            }
        }
    }

    /// <summary>Beta of two shapes above 0.</summary>
    public static double Beta(SeededRandom random, double first, double second)
    {
        var (a, b) = (Gamma(random, first), Gamma(random, second));
        return a + b > 0 ? a / (a + b) : 0.5;
    }
}
