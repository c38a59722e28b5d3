using Tessera.Learning.Data;

namespace Tessera.Learning.Causal;

/// <summary>How well predicted uplift ranks rows of a randomised test.</summary>
/// <remarks>
/// Rows are sorted by falling predicted uplift; equal ones are taken together, so that their order does not matter. With the share φ of the rows taken:
/// Q(φ) = (Y_t − Y_c n_t/n_c)/N_t, where Y are the sums of outcomes and n the numbers of rows taken by arm, and N_t all treated rows.
/// <para>Reference: Radcliffe (2007), Using control groups to target on predicted lift, Direct Marketing Analytics Journal; Radcliffe and Surry
/// (2011), Real-World Uplift Modelling with Significance-Based Uplift Trees, section 4.</para>
/// </remarks>
public static class UpliftMetrics
{
    /// <summary>The Qini coefficient: the area between Q(φ) and the straight line φ Q(1), by trapezoids. 0 for a random order.</summary>
    /// <param name="uplift">The predictions, [n].</param>
    /// <param name="treated">Whether each row was treated, [n].</param>
    /// <param name="outcome">What came of it, [n].</param>
    /// <exception cref="NotEstimableException">All rows are of one arm.</exception>
    public static double Qini(ReadOnlySpan<double> uplift, ReadOnlySpan<bool> treated, ReadOnlySpan<double> outcome)
    {
        var curve = new UpliftCurve(uplift, treated, outcome);
        return Qini(curve, curve.Once);
    }

    /// <summary>The area under the uplift curve Q(φ), by trapezoids: half of Q(1) for a random order.</summary>
    /// <param name="uplift">The predictions, [n].</param>
    /// <param name="treated">Whether each row was treated, [n].</param>
    /// <param name="outcome">What came of it, [n].</param>
    /// <exception cref="NotEstimableException">All rows are of one arm.</exception>
    public static double AreaUnderCurve(ReadOnlySpan<double> uplift, ReadOnlySpan<bool> treated, ReadOnlySpan<double> outcome)
    {
        var curve = new UpliftCurve(uplift, treated, outcome);
        return curve.Area(curve.Once).Area;
    }

    /// <summary>The difference of mean outcomes of treated and untreated rows among the best share of the rows.</summary>
    /// <param name="uplift">The predictions, [n].</param>
    /// <param name="treated">Whether each row was treated, [n].</param>
    /// <param name="outcome">What came of it, [n].</param>
    /// <param name="share">In (0, 1].</param>
    /// <exception cref="NotEstimableException">The share has no treated row or no untreated one.</exception>
    public static double UpliftAt(ReadOnlySpan<double> uplift, ReadOnlySpan<bool> treated, ReadOnlySpan<double> outcome, double share)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(share);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(share, 1);
        var curve = new UpliftCurve(uplift, treated, outcome);
        return curve.EffectOfBest(share, curve.Once)
            ?? throw new NotEstimableException(string.Create(System.Globalization.CultureInfo.InvariantCulture, $"The best {share * 100:0.#} % of the rows are all of one arm."));
    }

    /// <summary>Qini coefficient and area under the curve with intervals by bootstrap: rows of each arm are drawn with replacement, the order is kept.</summary>
    /// <remarks>Percentile intervals, Efron and Tibshirani (1993), An Introduction to the Bootstrap, section 13.3. O(replicates · n).</remarks>
    /// <param name="uplift">The predictions, [n].</param>
    /// <param name="treated">Whether each row was treated, [n].</param>
    /// <param name="outcome">What came of it, [n].</param>
    /// <param name="level">The level of the intervals, between 0.5 and 1.</param>
    /// <param name="replicates">How many samples, at least 20.</param>
    /// <param name="seed">Of the samples.</param>
    /// <exception cref="NotEstimableException">All rows are of one arm.</exception>
    public static UpliftIntervals Intervals(
        ReadOnlySpan<double> uplift, ReadOnlySpan<bool> treated, ReadOnlySpan<double> outcome, double level = 0.95, int replicates = 500, ulong seed = 1)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(level, 0.5);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(level, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(replicates, 20);
        var curve = new UpliftCurve(uplift, treated, outcome);
        var (qini, area) = (new double[replicates], new double[replicates]);
        WorkSharing.For(replicates, WorkSharing.Threads(0), replicate =>
        {
            var (areaOfSample, total) = curve.Area(curve.Resample(new SeededRandom(SeededRandom.Combine(seed, (ulong)replicate))));
            (qini[replicate], area[replicate]) = (areaOfSample - (total / 2), areaOfSample);
        });
        Array.Sort(qini);
        Array.Sort(area);
        var (low, high) = ((int)((1 - level) / 2 * replicates), (int)Math.Ceiling((1 + level) / 2 * replicates) - 1);
        var (value, all) = curve.Area(curve.Once);
        return new UpliftIntervals(new(value - (all / 2), qini[low], qini[high]), new(value, area[low], area[high]), level);
    }

    private static double Qini(UpliftCurve curve, int[] counts)
    {
        var (area, total) = curve.Area(counts);
        return area - (total / 2);
    }
}
