using MathNet.Numerics.Distributions;

namespace Tessera.Learning.Experiments;

/// <summary>Wilson's score interval of one proportion: sensible at 0, at n and for few trials.</summary>
/// <remarks>Reference: Newcombe (1998), Two-sided confidence intervals for the single proportion, Statistics in Medicine 17, method 3.</remarks>
public static class ProportionInterval
{
    /// <summary>The interval. O(1).</summary>
    /// <param name="proportion">The proportion.</param>
    /// <param name="level">The probability of covering the truth, between 0 and 1.</param>
    /// <exception cref="NotEstimableException">There is no trial.</exception>
    public static (double Lower, double Upper) Wilson(Proportion proportion, double level = 0.95)
    {
        Levels.Check(level);
        if (proportion.Trials == 0)
        {
            throw new NotEstimableException("A proportion cannot be estimated without a single trial.");
        }

        double n = proportion.Trials;
        var z = Normal.InvCDF(0, 1, (1 + level) / 2);
        var p = proportion.Rate;
        var centre = (2 * n * p) + (z * z);
        var spread = z * Math.Sqrt((z * z) + (4 * n * p * (1 - p)));
        var scale = 2 * (n + (z * z));
        return (proportion.Successes == 0 ? 0 : (centre - spread) / scale, proportion.Successes == proportion.Trials ? 1 : (centre + spread) / scale);
    }
}
