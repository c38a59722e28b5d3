namespace Tessera.Simulation.Tests.Support;

/// <summary>Distribution functions in their plain textbook form, to hold the generators against. Slow and independent of them.</summary>
internal static class ReferenceDistributions
{
    /// <summary>ln Γ(x) by Lanczos' approximation (g = 7, nine terms), relative error about 1e-14.</summary>
    public static double LogGamma(double x)
    {
        double[] terms =
        [
            0.99999999999980993, 676.5203681218851, -1259.1392167224028, 771.32342877765313, -176.61502916214059,
            12.507343278686905, -0.13857109526572012, 9.9843695780195716e-6, 1.5056327351493116e-7,
        ];
        if (x < 0.5)
        {
            return Math.Log(Math.PI / Math.Sin(Math.PI * x)) - LogGamma(1 - x);
        }

        x -= 1;
        var sum = terms[0];
        for (var i = 1; i < terms.Length; i++)
        {
            sum += terms[i] / (x + i);
        }

        var t = x + 7.5;
        return (0.5 * Math.Log(2 * Math.PI)) + ((x + 0.5) * Math.Log(t)) - t + Math.Log(sum);
    }

    /// <summary>Gamma with rate 1: the regularised lower incomplete gamma function, by its series or its continued fraction.</summary>
    public static double GammaCdf(double shape, double x)
    {
        if (x <= 0)
        {
            return 0;
        }

        var scale = Math.Exp((shape * Math.Log(x)) - x - LogGamma(shape));
        if (x < shape + 1)
        {
            var term = 1 / shape;
            var sum = term;
            for (var n = 1; n < 1000; n++)
            {
                term *= x / (shape + n);
                sum += term;
            }

            return sum * scale;
        }

        var b = x + 1 - shape;
        var c = 1e300;
        var d = 1 / b;
        var h = d;
        for (var i = 1; i < 1000; i++)
        {
            var a = -i * (i - shape);
            b += 2;
            d = 1 / ((a * d) + b);
            c = b + (a / c);
            h *= d * c;
        }

        return 1 - (h * scale);
    }

    public static double NormalCdf(double x) => x < 0 ? 0.5 * (1 - GammaCdf(0.5, x * x / 2)) : 0.5 * (1 + GammaCdf(0.5, x * x / 2));

    /// <summary>Beta for a, b ≥ 1, by Simpson's rule on 2,000 intervals.</summary>
    public static double BetaCdf(double a, double b, double x)
    {
        const int Intervals = 2_000;
        var log = LogGamma(a + b) - LogGamma(a) - LogGamma(b);
        double Density(double t) => t is <= 0 or >= 1
            ? (t <= 0 ? a : b) > 1 ? 0 : Math.Exp(log)
            : Math.Exp(log + ((a - 1) * Math.Log(t)) + ((b - 1) * Math.Log(1 - t)));
        var step = x / Intervals;
        var sum = Density(0) + Density(x);
        for (var i = 1; i < Intervals; i++)
        {
            sum += (i % 2 == 0 ? 2 : 4) * Density(i * step);
        }

        return sum * step / 3;
    }

    public static double PoissonProbability(double mean, int k) => Math.Exp((k * Math.Log(mean)) - mean - LogGamma(k + 1));

    public static double NegativeBinomialProbability(double mean, double shape, int k) => Math.Exp(
        LogGamma(k + shape) - LogGamma(shape) - LogGamma(k + 1)
        + (shape * Math.Log(shape / (shape + mean))) + (k * Math.Log(mean / (shape + mean))));
}
