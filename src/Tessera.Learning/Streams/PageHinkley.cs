namespace Tessera.Learning.Streams;

/// <summary>Page-Hinkley: notices that the mean of a stream has risen.</summary>
/// <remarks>
/// Keeps m = Σ (x − mean so far − δ) and its least value; an alarm when m is more than λ above it.
/// <para>Reference: Page (1954), Continuous Inspection Schemes, Biometrika 41; Hinkley (1971), Biometrika 58; in this form Gama et al. (2014), A survey on
/// concept drift adaptation, ACM Computing Surveys 46(4), section 3.2.1. Give the negative of a value for falls. Not for several threads at once.</para>
/// </remarks>
public sealed class PageHinkley
{
    private readonly double tolerance;
    private readonly double threshold;
    private readonly int minimumRows;
    private double mean;
    private double sum;
    private double least;

    /// <summary>Creates a detector.</summary>
    /// <param name="tolerance">δ: rises smaller than this are none; at least 0.</param>
    /// <param name="threshold">λ: more makes false alarms rarer and alarms later; above 0.</param>
    /// <param name="minimumRows">Values before the first alarm; at least 1.</param>
    public PageHinkley(double tolerance = 0.005, double threshold = 50, int minimumRows = 30)
    {
        new OptionProblems().Range(nameof(tolerance), tolerance, 0, double.MaxValue).Positive(nameof(threshold), threshold).Range(nameof(minimumRows), minimumRows, 1, int.MaxValue).ThrowIfAny();
        (this.tolerance, this.threshold, this.minimumRows) = (tolerance, threshold, minimumRows);
    }

    /// <summary>Values since the start or the last alarm.</summary>
    public long Rows { get; private set; }

    /// <summary>Takes a value in; after an alarm it begins anew.</summary>
    /// <param name="value">Finite.</param>
    /// <returns>Whether the mean has risen.</returns>
    public bool Add(double value)
    {
        if (!double.IsFinite(value))
        {
            throw new ArgumentOutOfRangeException(nameof(value), value, "A value is a finite number.");
        }

        Rows++;
        mean += (value - mean) / Rows;
        sum += value - mean - tolerance;
        least = Math.Min(least, sum);
        if (Rows < minimumRows || sum - least <= threshold)
        {
            return false;
        }

        (Rows, mean, sum, least) = (0, 0, 0, 0);
        return true;
    }
}
