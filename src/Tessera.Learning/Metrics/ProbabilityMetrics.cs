namespace Tessera.Learning.Metrics;

/// <summary>How good probabilities are as probabilities.</summary>
/// <remarks>Targets are 0 or 1, [n]; probabilities lie in [0, 1], [n]. O(n), the calibration error O(n log n).</remarks>
public static class ProbabilityMetrics
{
    // A certain and wrong prediction would cost infinitely much; this bounds it at about 34.5, as other libraries do.
    private const double Least = 1e-15;

    /// <summary>The mean of −ln of the probability given to what happened. Probabilities are kept 10⁻¹⁵ away from 0 and 1.</summary>
    /// <param name="target">0 or 1, [n].</param>
    /// <param name="probabilities">Of class 1, [n].</param>
    public static double LogLoss(ReadOnlySpan<double> target, ReadOnlySpan<double> probabilities)
    {
        Check(target, probabilities);
        var sum = 0.0;
        for (var row = 0; row < target.Length; row++)
        {
            var probability = Math.Clamp(probabilities[row], Least, 1 - Least);
            sum -= target[row] == 1 ? Math.Log(probability) : Math.Log(1 - probability);
        }

        return sum / target.Length;
    }

    /// <summary>The mean squared difference between probability and what happened (Brier 1950).</summary>
    /// <param name="target">0 or 1, [n].</param>
    /// <param name="probabilities">Of class 1, [n].</param>
    public static double Brier(ReadOnlySpan<double> target, ReadOnlySpan<double> probabilities)
    {
        Check(target, probabilities);
        var sum = 0.0;
        for (var row = 0; row < target.Length; row++)
        {
            var difference = probabilities[row] - target[row];
            sum += difference * difference;
        }

        return sum / target.Length;
    }

    /// <summary>Expected calibration error: the mean over equally filled bins of |mean probability − rate of 1|, weighted by rows.</summary>
    /// <remarks>
    /// Rows are ordered by probability and cut into bins of ⌊n/bins⌋ or one more rows; equal probabilities are kept in the order of the
    /// rows. Equally filled bins, because in equally wide ones a few rows decide. Even perfect probabilities show about
    /// √(2 b p(1 − p)/(π n)): 0.01 for 7,000 rows in ten bins.
    /// <para>Reference: Nguyen and O'Connor (2015), Posterior calibration and exploratory analysis, section 3 (adaptive binning);
    /// Naeini, Cooper and Hauskrecht (2015), AAAI.</para>
    /// </remarks>
    /// <param name="target">0 or 1, [n].</param>
    /// <param name="probabilities">Of class 1, [n].</param>
    /// <param name="bins">At least 1; more than n are as n.</param>
    public static double ExpectedCalibrationError(ReadOnlySpan<double> target, ReadOnlySpan<double> probabilities, int bins = 10)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(bins, 1);
        Check(target, probabilities);
        var order = ScoreOrder.Falling(probabilities);
        var n = order.Length;
        var used = Math.Min(bins, n);
        var error = 0.0;
        for (var bin = 0; bin < used; bin++)
        {
            var difference = 0.0;
            for (var i = (int)((long)bin * n / used); i < (int)((bin + 1L) * n / used); i++)
            {
                difference += probabilities[order[i]] - target[order[i]];
            }

            error += Math.Abs(difference);
        }

        return error / n;
    }

    private static void Check(ReadOnlySpan<double> target, ReadOnlySpan<double> probabilities)
    {
        ScoreOrder.Check(target, probabilities);
        for (var row = 0; row < target.Length; row++)
        {
            if (target[row] is not (0 or 1))
            {
                throw new ArgumentException($"A target is {target[row]}; a class is 0 or 1.", nameof(target));
            }

            if (probabilities[row] is < 0 or > 1)
            {
                throw new ArgumentException($"A probability is {probabilities[row]}; it lies between 0 and 1.", nameof(probabilities));
            }
        }
    }
}
