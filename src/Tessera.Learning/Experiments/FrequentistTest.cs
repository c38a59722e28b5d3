using MathNet.Numerics.Distributions;

namespace Tessera.Learning.Experiments;

/// <summary>Comparisons with a fixed number of observations, decided on before looking.</summary>
/// <remarks>Looking again and again until a p-value is small makes it meaningless; use <see cref="SequentialTest"/> for that.</remarks>
public static class FrequentistTest
{
    /// <summary>Compares two proportions: the pooled z test, and Newcombe's interval from the two Wilson intervals.</summary>
    /// <remarks>
    /// Reference: Newcombe (1998), Interval estimation for the difference between independent proportions, Statistics in Medicine 17,
    /// method 10; the test is Pearson's chi-squared test without correction.
    /// </remarks>
    /// <param name="control">The control.</param>
    /// <param name="treatment">The treatment.</param>
    /// <param name="level">The probability that the interval covers the truth.</param>
    public static Comparison Proportions(Proportion control, Proportion treatment, double level = 0.95)
    {
        Levels.Check(level);
        if (control.Trials == 0 || treatment.Trials == 0)
        {
            return Comparison.Without($"One of the variants has no observation ({control.Trials} and {treatment.Trials}).");
        }

        var effect = treatment.Rate - control.Rate;
        var pooled = (double)(control.Successes + treatment.Successes) / (control.Trials + treatment.Trials);
        if (pooled is 0 or 1)
        {
            return Comparison.Without(
                $"{(pooled == 0 ? "None" : "All")} of the {control.Trials + treatment.Trials} observations are successes, so that the difference has no measurable spread.", effect);
        }

        var error = Math.Sqrt(pooled * (1 - pooled) * ((1.0 / control.Trials) + (1.0 / treatment.Trials)));
        var (controlLower, controlUpper) = ProportionInterval.Wilson(control, level);
        var (lower, upper) = ProportionInterval.Wilson(treatment, level);
        return new()
        {
            Effect = effect,
            RelativeEffect = Comparison.Relative(effect, control.Rate),
            StandardError = Math.Sqrt((control.Rate * (1 - control.Rate) / control.Trials) + (treatment.Rate * (1 - treatment.Rate) / treatment.Trials)),
            Lower = effect - Hypotenuse(treatment.Rate - lower, controlUpper - control.Rate),
            Upper = effect + Hypotenuse(upper - treatment.Rate, control.Rate - controlLower),
            PValue = 2 * Normal.CDF(0, 1, -Math.Abs(effect / error)),
        };
    }

    /// <summary>Compares two means that may have different variances.</summary>
    /// <remarks>Reference: Welch (1947), The generalization of "Student's" problem when several different population variances are involved, Biometrika 34.</remarks>
    /// <param name="control">The control.</param>
    /// <param name="treatment">The treatment.</param>
    /// <param name="level">The probability that the interval covers the truth.</param>
    public static Comparison Means(SampleMoments control, SampleMoments treatment, double level = 0.95)
    {
        Levels.Check(level);
        return Problem(control, treatment) ?? Student(
            treatment.Mean - control.Mean,
            control.Mean,
            control.SquaredError + treatment.SquaredError,
            Welch(control.SquaredError, control.Count, treatment.SquaredError, treatment.Count),
            level);
    }

    /// <summary>Compares two ratios of means, such as revenue per session, by the delta method: users, not sessions, are independent.</summary>
    /// <remarks>
    /// Reference: Deng, Knoblich and Lu (2018), Applying the Delta Method in Metric Analytics, KDD 2018, section 3:
    /// var(ȳ / x̄) ≈ (var y − 2 R cov + R² var x) / (n x̄²).
    /// </remarks>
    /// <param name="control">The control: denominators x, numerators y.</param>
    /// <param name="treatment">The treatment.</param>
    /// <param name="level">The probability that the interval covers the truth.</param>
    public static Comparison Ratios(PairedMoments control, PairedMoments treatment, double level = 0.95)
    {
        Levels.Check(level);
        if (TooFew(control.Count, treatment.Count) is { } reason)
        {
            return Comparison.Without(reason);
        }

        if (control.X.Mean == 0 || treatment.X.Mean == 0)
        {
            return Comparison.Without("The denominators of one variant add up to 0, so that its ratio does not exist.");
        }

        var (controlRatio, ratio) = (control.Y.Mean / control.X.Mean, treatment.Y.Mean / treatment.X.Mean);
        var (controlSquared, squared) = (SquaredError(control, controlRatio), SquaredError(treatment, ratio));
        return controlSquared + squared <= 0
            ? Comparison.Without("Every observation has the same ratio, so that the difference has no measurable spread.", ratio - controlRatio)
            : Gaussian(ratio - controlRatio, controlRatio, controlSquared + squared, level);
    }

    /// <summary>Compares two quantiles, such as medians, without assuming a distribution.</summary>
    /// <remarks>
    /// The standard error of a quantile is half the width, in units of the normal distribution, of its interval between two order
    /// statistics. Reference: Deng, Knoblich and Lu (2018), section 4. O(n log n).
    /// </remarks>
    /// <param name="control">The control's values, finite, in any order.</param>
    /// <param name="treatment">The treatment's values, finite, in any order.</param>
    /// <param name="quantile">Which quantile, above 0 and below 1.</param>
    /// <param name="level">The probability that the interval covers the truth.</param>
    public static Comparison Quantiles(ReadOnlySpan<double> control, ReadOnlySpan<double> treatment, double quantile, double level = 0.95)
    {
        Levels.Check(level);
        if (!(quantile is > 0 and < 1))
        {
            throw new ArgumentOutOfRangeException(nameof(quantile), quantile, "A quantile is above 0 and below 1.");
        }

        var fewest = (int)Math.Ceiling((5 / Math.Min(quantile, 1 - quantile)) - 1e-9);
        if (control.Length < fewest || treatment.Length < fewest)
        {
            return Comparison.Without(FormattableString.Invariant(
                $"The {quantile} quantile needs at least {fewest} observations per variant, and there are {control.Length} and {treatment.Length}."));
        }

        var (controlValue, controlSquared) = Quantile(control, quantile, level);
        var (value, squared) = Quantile(treatment, quantile, level);
        return controlSquared + squared <= 0
            ? Comparison.Without("The values around the quantile are all the same in both variants, so that the difference has no measurable spread.", value - controlValue)
            : Gaussian(value - controlValue, controlValue, controlSquared + squared, level);
    }

    internal static string? TooFew(long control, long treatment) => Math.Min(control, treatment) < 2
        ? $"Each variant needs at least 2 observations, and there are {control} and {treatment}."
        : null;

    internal static Comparison? Problem(SampleMoments control, SampleMoments treatment)
    {
        if (TooFew(control.Count, treatment.Count) is { } reason)
        {
            return Comparison.Without(reason, control.Count > 0 && treatment.Count > 0 ? treatment.Mean - control.Mean : null);
        }

        return control.Variance + treatment.Variance > 0
            ? null
            : Comparison.Without("All observations of a variant have the same value, so that the difference has no measurable spread.", treatment.Mean - control.Mean);
    }

    internal static double Welch(double oneSquared, long one, double otherSquared, long other) =>
        (oneSquared + otherSquared) * (oneSquared + otherSquared)
        / ((oneSquared * oneSquared / (one - 1)) + (otherSquared * otherSquared / (other - 1)));

    internal static Comparison Student(double effect, double control, double squaredError, double freedom, double level)
    {
        var error = Math.Sqrt(squaredError);
        var half = error * StudentT.InvCDF(0, 1, freedom, (1 + level) / 2);
        return new()
        {
            Effect = effect,
            RelativeEffect = Comparison.Relative(effect, control),
            StandardError = error,
            Lower = effect - half,
            Upper = effect + half,
            PValue = 2 * StudentT.CDF(0, 1, freedom, -Math.Abs(effect / error)),
            DegreesOfFreedom = freedom,
        };
    }

    private static Comparison Gaussian(double effect, double control, double squaredError, double level)
    {
        var error = Math.Sqrt(squaredError);
        var half = error * Normal.InvCDF(0, 1, (1 + level) / 2);
        return new()
        {
            Effect = effect,
            RelativeEffect = Comparison.Relative(effect, control),
            StandardError = error,
            Lower = effect - half,
            Upper = effect + half,
            PValue = 2 * Normal.CDF(0, 1, -Math.Abs(effect / error)),
        };
    }

    private static double SquaredError(PairedMoments sample, double ratio) =>
        (sample.Y.Variance - (2 * ratio * sample.Covariance) + (ratio * ratio * sample.X.Variance)) / (sample.Count * sample.X.Mean * sample.X.Mean);

    private static (double Value, double SquaredError) Quantile(ReadOnlySpan<double> values, double quantile, double level)
    {
        var sorted = values.ToArray();
        Array.Sort(sorted);
        var n = sorted.Length;
        var z = Normal.InvCDF(0, 1, (1 + level) / 2);
        var spread = z * Math.Sqrt(n * quantile * (1 - quantile));
        var lower = Math.Clamp((int)Math.Floor((n * quantile) - spread), 0, n - 1);
        var upper = Math.Clamp((int)Math.Ceiling((n * quantile) + spread), 0, n - 1);
        var error = (sorted[upper] - sorted[lower]) / (2 * z);

        // The usual linear interpolation between order statistics (type 7 of Hyndman and Fan).
        var position = quantile * (n - 1);
        var below = (int)position;
        var value = sorted[below] + ((position - below) * (sorted[Math.Min(below + 1, n - 1)] - sorted[below]));
        return (value, error * error);
    }

    private static double Hypotenuse(double one, double other) => Math.Sqrt((one * one) + (other * other));
}
