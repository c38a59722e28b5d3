namespace Tessera.Learning.Experiments;

/// <summary>Comparisons that stay valid however often one looks, and whenever one stops.</summary>
/// <remarks>
/// A confidence sequence: with the given probability the interval covers the truth at <em>all</em> looks together. It is the normal mixture of
/// Robbins, which is also the mixture sequential probability ratio test; with estimated variances the guarantee is asymptotic. The price is a wider interval.
/// <para>Reference: Johari, Koomen, Pekelis and Walsh (2022), Always Valid Inference, Operations Research 70(3), on the mixture test;
/// Waudby-Smith, Arbour, Sinha, Kennedy and Ramdas (2024), Time-uniform central limit theory and asymptotic confidence
/// sequences, Annals of Statistics 52(6), on the Gaussian-mixture sequence and the choice of its ρ.</para>
/// <para>Symbols: Count = n per variant, tuning size = the n at which ρ makes the sequence tightest.</para>
/// </remarks>
public static class SequentialTest
{
    /// <summary>Compares two means.</summary>
    /// <param name="control">The control so far.</param>
    /// <param name="treatment">The treatment so far.</param>
    /// <param name="level">The probability of covering the truth at all looks.</param>
    /// <param name="tuningSize">At how many observations in all the interval is tightest; set it before the experiment, and do not change it.</param>
    public static Comparison Means(SampleMoments control, SampleMoments treatment, double level = 0.95, double tuningSize = 10_000)
    {
        Levels.Check(level);
        if (!(tuningSize >= 1 && double.IsFinite(tuningSize)))
        {
            throw new ArgumentOutOfRangeException(nameof(tuningSize), tuningSize, "The tuning size is a finite number of at least 1.");
        }

        if (FrequentistTest.Problem(control, treatment) is { } problem)
        {
            return problem;
        }

        var alpha = 1 - level;
        var tuned = ((-2 * Math.Log(alpha)) + Math.Log((-2 * Math.Log(alpha)) + 1)) / tuningSize;
        var scaled = tuned * (control.Count + treatment.Count);
        var effect = treatment.Mean - control.Mean;
        var squared = control.SquaredError + treatment.SquaredError;
        var half = Math.Sqrt(squared * 2 * (scaled + 1) / scaled * ((0.5 * Math.Log(scaled + 1)) - Math.Log(alpha)));
        return new()
        {
            Effect = effect,
            RelativeEffect = Comparison.Relative(effect, control.Mean),
            StandardError = Math.Sqrt(squared),
            Lower = effect - half,
            Upper = effect + half,

            // The smallest α at which the sequence of this mixture leaves out 0 now; the caller keeps the least of all looks.
            PValue = Math.Min(1, Math.Exp((0.5 * Math.Log(scaled + 1)) - (effect * effect * scaled / (2 * squared * (scaled + 1))))),
        };
    }

    /// <summary>Compares two proportions, as means of zeros and ones.</summary>
    /// <param name="control">The control so far.</param>
    /// <param name="treatment">The treatment so far.</param>
    /// <param name="level">The probability of covering the truth at all looks.</param>
    /// <param name="tuningSize">At how many observations in all the interval is tightest.</param>
    public static Comparison Proportions(Proportion control, Proportion treatment, double level = 0.95, double tuningSize = 10_000) =>
        Means(Moments(control), Moments(treatment), level, tuningSize);

    private static SampleMoments Moments(Proportion proportion)
    {
        var p = proportion.Rate;
        return new(proportion.Trials, p, proportion.Trials > 1 ? p * (1 - p) * proportion.Trials / (proportion.Trials - 1) : 0);
    }
}
