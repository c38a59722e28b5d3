namespace Tessera.Learning.Experiments;

/// <summary>Whether the variants have the sizes they were meant to have: if not, something filters one of them, and no effect can be believed.</summary>
/// <remarks>
/// Pearson's chi-squared test. Reference: Fabijan and others (2019), Diagnosing Sample Ratio Mismatch in Online Controlled Experiments,
/// KDD 2019.
/// </remarks>
/// <param name="ChiSquared">The statistic; null where there is nothing to test.</param>
/// <param name="PValue">The probability of sizes at least as far off by chance; null likewise.</param>
/// <param name="Mismatch">Whether the p-value is below 0.0005, the threshold of the paper: false alarms would cost trust.</param>
/// <param name="NotEstimable">Why there is no answer; null where there is one.</param>
public sealed record SampleRatioCheck(double? ChiSquared, double? PValue, bool Mismatch, string? NotEstimable)
{
    private const double Threshold = 0.0005;

    /// <summary>Tests sizes. O(variants).</summary>
    /// <param name="counts">Observations of each variant.</param>
    /// <param name="weights">Their intended sizes, in any unit, each above 0; empty for equal ones.</param>
    /// <exception cref="ArgumentException">There are not as many weights as variants, or one is not above 0.</exception>
    public static SampleRatioCheck Of(IReadOnlyList<long> counts, IReadOnlyList<double> weights)
    {
        ArgumentNullException.ThrowIfNull(counts);
        ArgumentNullException.ThrowIfNull(weights);
        double[] shares = weights.Count == 0 ? [.. counts.Select(_ => 1.0)] : [.. weights];
        if (shares.Length != counts.Count || shares.Any(share => !(share > 0 && double.IsFinite(share))))
        {
            throw new ArgumentException($"{counts.Count} variants need as many intended sizes, each a finite number above 0.", nameof(weights));
        }

        var total = (double)counts.Sum();
        if (counts.Count < 2 || total == 0)
        {
            return new(null, null, false, $"There are {counts.Count} variants with {total} observations; a ratio needs two variants and an observation.");
        }

        var sum = shares.Sum();
        var statistic = 0.0;
        for (var i = 0; i < shares.Length; i++)
        {
            var expected = total * shares[i] / sum;
            statistic += (counts[i] - expected) * (counts[i] - expected) / expected;
        }

        // Through the gamma function's upper tail: 1 − CDF would lose p-values below 10⁻¹⁶.
        var pValue = MathNet.Numerics.SpecialFunctions.GammaUpperRegularized((counts.Count - 1) / 2.0, statistic / 2);
        return new(statistic, pValue, pValue < Threshold, null);
    }
}
