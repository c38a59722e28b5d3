namespace Tessera.Learning.Streams;

/// <summary>The population stability index: how far the distribution of an input or a score has moved since the model was fitted.</summary>
/// <remarks>
/// PSI = Σ (a − e) ln(a/e) over bins, e and a being the shares before and now: by custom below 0.1 is little, above 0.25 much.
/// <para>Reference: Siddiqi (2006), Credit Risk Scorecards, chapter 9; it is the symmetrised divergence of Kullback and Leibler (1951), Annals of Mathematical Statistics 22, section 2. O(n log n).</para>
/// </remarks>
public static class PopulationStability
{
    /// <summary>Of numbers: bins are quantiles of the first sample, and missing values one of their own.</summary>
    /// <param name="before">The values before; not-a-number where missing.</param>
    /// <param name="now">The values now.</param>
    /// <param name="bins">How many quantiles, at least 2.</param>
    /// <exception cref="NotEstimableException">A sample is empty.</exception>
    public static double Of(ReadOnlySpan<double> before, ReadOnlySpan<double> now, int bins = 10)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(bins, 2);
        var sorted = before.ToArray().Where(value => !double.IsNaN(value)).Order().ToArray();
        double[] bounds = sorted.Length == 0 ? [] : [.. Enumerable.Range(1, bins - 1).Select(bin => sorted[(int)((long)bin * sorted.Length / bins)]).Distinct()];
        return OfCounts(Count(before, bounds), Count(now, bounds));
    }

    /// <summary>Of counts by bin or category.</summary>
    /// <param name="before">The counts before, [k].</param>
    /// <param name="now">The counts now, [k].</param>
    /// <exception cref="NotEstimableException">All counts before or now are 0.</exception>
    public static double OfCounts(ReadOnlySpan<double> before, ReadOnlySpan<double> now)
    {
        if (before.Length != now.Length)
        {
            throw new ArgumentException($"There are {before.Length} bins before and {now.Length} now.", nameof(now));
        }

        var (all, allNow) = (0.0, 0.0);
        for (var bin = 0; bin < before.Length; bin++)
        {
            (all, allNow) = (all + before[bin], allNow + now[bin]);
        }

        if (!(all > 0) || !(allNow > 0))
        {
            throw new NotEstimableException("Stability needs values before and now; one side has none.");
        }

        var index = 0.0;
        for (var bin = 0; bin < before.Length; bin++)
        {
            if (before[bin] + now[bin] > 0)
            {
                // Half a value where there is none: the logarithm of 0 does not exist.
                var (expected, actual) = (Math.Max(before[bin], 0.5) / all, Math.Max(now[bin], 0.5) / allNow);
                index += (actual - expected) * Math.Log(actual / expected);
            }
        }

        return index;
    }

    private static double[] Count(ReadOnlySpan<double> values, double[] bounds)
    {
        // Missing, then below the first bound, up to at or above the last.
        var counts = new double[bounds.Length + 2];
        foreach (var value in values)
        {
            var place = Array.BinarySearch(bounds, value);
            counts[double.IsNaN(value) ? 0 : 1 + (place >= 0 ? place + 1 : ~place)]++;
        }

        return counts;
    }
}
