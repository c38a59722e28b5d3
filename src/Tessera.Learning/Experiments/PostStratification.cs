namespace Tessera.Learning.Experiments;

/// <summary>Post-stratification: compares within groups known before the experiment, and weighs the groups by their size.</summary>
/// <remarks>
/// Reference: Miratrix, Sekhon and Yu (2013), Adjusting treatment effect estimates by post-stratification in randomized experiments, Journal of the
/// Royal Statistical Society B 75(2), section 2.
/// </remarks>
public static class PostStratification
{
    /// <summary>Compares means over strata. O(strata).</summary>
    /// <param name="strata">Control and treatment in each stratum, by its name.</param>
    /// <param name="level">The probability that the interval covers the truth.</param>
    public static AdjustedComparison Compare(IReadOnlyDictionary<string, (SampleMoments Control, SampleMoments Treatment)> strata, double level = 0.95)
    {
        ArgumentNullException.ThrowIfNull(strata);
        Levels.Check(level);
        long controls = 0, treatments = 0;
        foreach (var (control, treatment) in strata.Values)
        {
            controls += control.Count;
            treatments += treatment.Count;
        }

        var thin = strata.Where(each => Math.Min(each.Value.Control.Count, each.Value.Treatment.Count) < 2).Select(each => each.Key).Order(StringComparer.Ordinal).FirstOrDefault();
        if (strata.Count == 0 || thin is not null)
        {
            var reason = thin is null ? "There is no stratum." : $"The stratum \"{thin}\" has fewer than 2 observations in one of the variants; merge it with another.";
            return new(default, default, null, Comparison.Without(reason));
        }

        double mean = 0, controlMean = 0, squared = 0, controlSquared = 0;
        double total = controls + treatments;
        foreach (var (control, treatment) in strata.Values)
        {
            var weight = (control.Count + treatment.Count) / total;
            controlMean += weight * control.Mean;
            mean += weight * treatment.Mean;
            controlSquared += weight * weight * control.SquaredError;
            squared += weight * weight * treatment.SquaredError;
        }

        var adjustedControl = new SampleMoments(controls, controlMean, controlSquared * controls);
        var adjustedTreatment = new SampleMoments(treatments, mean, squared * treatments);
        var plainControl = Pool(strata.Values.Select(each => each.Control));
        var plainTreatment = Pool(strata.Values.Select(each => each.Treatment));
        var plain = plainControl.SquaredError + plainTreatment.SquaredError;
        return new(
            adjustedControl,
            adjustedTreatment,
            plain > 0 ? 1 - ((controlSquared + squared) / plain) : null,
            FrequentistTest.Means(adjustedControl, adjustedTreatment, level));
    }

    // The moments of all strata together: variance within them, and of their means.
    private static SampleMoments Pool(IEnumerable<SampleMoments> strata)
    {
        SampleMoments[] all = [.. strata];
        var count = all.Sum(each => each.Count);
        var mean = all.Sum(each => each.Count * each.Mean) / count;
        var squares = all.Sum(each => ((each.Count - 1) * each.Variance) + (each.Count * (each.Mean - mean) * (each.Mean - mean)));
        return new(count, mean, squares / (count - 1));
    }
}
