namespace Tessera.Server.Segments.Rules.Previewing;

/// <summary>How many customers belong, judged from a sample of them.</summary>
/// <param name="Count">How many belong, most likely.</param>
/// <param name="Margin">The true number is no farther from it, in 95 of 100 cases.</param>
internal readonly record struct SampledCount(long Count, long Margin)
{
    private const double Deviations = 1.959964;

    /// <summary>Judges the whole by a sample drawn without putting back.</summary>
    /// <param name="members">How many of the sample belong.</param>
    /// <param name="sample">How many the sample has.</param>
    /// <param name="total">How many there are, sample included.</param>
    /// <remarks>
    /// <i>Reference</i>: Agresti &amp; Coull (1998), "Approximate is better than 'exact' for interval estimation of binomial proportions", The American
    /// Statistician 52(2): the half-width around (x + z²/2) / (n + z²), which is of use also where nobody or everybody of the sample belongs; times the
    /// correction for a finite whole.
    /// </remarks>
    public static SampledCount Of(long members, long sample, long total)
    {
        if (sample >= total || sample == 0)
        {
            return new SampledCount(members, sample >= total ? 0 : total);
        }

        var share = members / (double)sample;
        var size = sample + (Deviations * Deviations);
        var centre = (members + (Deviations * Deviations / 2)) / size;
        var rest = Math.Sqrt((total - sample) / (double)(total - 1));
        var margin = ((Deviations * Math.Sqrt(centre * (1 - centre) / size)) + Math.Abs(centre - share)) * rest;
        return new SampledCount((long)Math.Round(share * total), (long)Math.Ceiling(margin * total));
    }
}
