using MathNet.Numerics.Distributions;

namespace Tessera.Learning.Survival;

/// <summary>How many are still there after a time, by Kaplan and Meier, and the cumulative hazard, by Nelson and Aalen.</summary>
/// <remarks>
/// Assumption: being lost from sight says nothing about the event to come. A subject censored at the time of an event was still at risk at it.
/// <para>Reference: Kaplan and Meier (1958), Nonparametric Estimation from Incomplete Observations, Journal of the American Statistical
/// Association 53; Aalen (1978), Nonparametric Inference for a Family of Counting Processes, Annals of Statistics 6; Klein and Moeschberger (2003),
/// Survival Analysis, 2nd edition, equations (4.2.1) to (4.2.4). Intervals are symmetric in ln S.</para>
/// </remarks>
public sealed class SurvivalCurve : IFittedModel
{
    private readonly SurvivalStep[] steps;

    private SurvivalCurve(SurvivalStep[] steps) => this.steps = steps;

    /// <summary>The curve at every time with an event, ascending.</summary>
    public IReadOnlyList<SurvivalStep> Steps => steps;

    /// <inheritdoc/>
    public Convergence Convergence => Convergence.ClosedForm;

    /// <inheritdoc/>
    public IReadOnlyList<string> Warnings => [];

    /// <summary>The median: the first time by which at most half are left; null where the curve does not get that far.</summary>
    public double? Median => steps.FirstOrDefault(step => step.Survival <= 0.5 + 1e-12)?.Time;

    /// <summary>The probability of getting past a time. O(log steps).</summary>
    /// <param name="time">The time, at least 0.</param>
    public double SurvivalAt(double time)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(time);
        int low = 0, high = steps.Length;
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = steps[middle].Time <= time ? (middle + 1, high) : (low, middle);
        }

        return low == 0 ? 1 : steps[low - 1].Survival;
    }

    /// <summary>Estimates the curve. O(n log n).</summary>
    /// <param name="observations">The subjects.</param>
    /// <param name="level">The probability that an interval covers the truth, at one time.</param>
    /// <exception cref="NotEstimableException">There is no subject, or no event.</exception>
    /// <exception cref="ArgumentException">An observation makes no sense.</exception>
    public static SurvivalCurve Estimate(IReadOnlyList<SurvivalObservation> observations, double level = 0.95)
    {
        SurvivalObservation.Check(observations, nameof(observations));
        if (!(level is >= 0.5 and < 1))
        {
            throw new ArgumentOutOfRangeException(nameof(level), level, "A level is at least 0.5 and below 1, such as 0.95.");
        }

        if (!observations.Any(observation => observation.Event))
        {
            throw new NotEstimableException($"A survival curve cannot be estimated: none of the {observations.Count} subjects had the event.");
        }

        double[] ends = [.. observations.Select(observation => observation.Time).Order()];
        double[] entries = [.. observations.Select(observation => observation.Entry).Order()];
        double[] events = [.. observations.Where(observation => observation.Event).Select(observation => observation.Time).Order()];
        var z = Normal.InvCDF(0, 1, (1 + level) / 2);
        var estimated = new List<SurvivalStep>();
        double survival = 1, greenwood = 0, hazard = 0, hazardVariance = 0;
        int entered = 0, left = 0;
        for (int i = 0, next; i < events.Length; i = next)
        {
            var time = events[i];
            for (next = i; next < events.Length && events[next] == time; next++)
            {
            }

            while (entered < entries.Length && entries[entered] < time)
            {
                entered++;
            }

            while (left < ends.Length && ends[left] < time)
            {
                left++;
            }

            var (atRisk, died) = (entered - left, next - i);
            survival *= 1 - ((double)died / atRisk);
            greenwood += died == atRisk ? double.PositiveInfinity : (double)died / ((double)atRisk * (atRisk - died));
            hazard += (double)died / atRisk;
            hazardVariance += died / ((double)atRisk * atRisk);
            var spread = Math.Sqrt(greenwood);
            estimated.Add(survival > 0
                ? new(time, atRisk, died, survival, survival * spread, survival * Math.Exp(-z * spread), Math.Min(1, survival * Math.Exp(z * spread)), hazard, Math.Sqrt(hazardVariance))
                : new(time, atRisk, died, 0, 0, 0, 0, hazard, Math.Sqrt(hazardVariance)));
        }

        return new([.. estimated]);
    }
}
