using MathNet.Numerics.Distributions;

namespace Tessera.Learning.Experiments;

/// <summary>How many observations an experiment needs, what it can find, and how long it takes. Two-sided, two variants of equal size.</summary>
public static class ExperimentPower
{
    private const double Most = 1e12;

    /// <summary>The power of the test of two proportions, by the normal approximation.</summary>
    /// <remarks>Reference: Fleiss, Levin and Paik (2003), Statistical Methods for Rates and Proportions, 3rd edition, chapter 4.</remarks>
    /// <param name="perVariant">Observations per variant, at least 1.</param>
    /// <param name="control">The control's rate, above 0 and below 1.</param>
    /// <param name="treatment">The treatment's rate, above 0 and below 1.</param>
    /// <param name="significance">The probability of a false alarm, such as 0.05.</param>
    public static double OfProportions(double perVariant, double control, double treatment, double significance = 0.05)
    {
        CheckRates(control, treatment, significance);
        var (pooled, separate) = Spreads(control, treatment);
        var z = Normal.InvCDF(0, 1, 1 - (significance / 2));
        return Normal.CDF(0, 1, ((Math.Sqrt(perVariant) * Math.Abs(treatment - control)) - (z * pooled)) / separate);
    }

    /// <summary>Observations per variant for two proportions, before rounding up.</summary>
    /// <param name="control">The control's rate, above 0 and below 1.</param>
    /// <param name="treatment">The treatment's rate to be found, above 0 and below 1.</param>
    /// <param name="power">The probability of finding it, such as 0.8.</param>
    /// <param name="significance">The probability of a false alarm, such as 0.05.</param>
    /// <exception cref="NotEstimableException">The rates are equal: no number suffices.</exception>
    public static double SizeForProportions(double control, double treatment, double power = 0.8, double significance = 0.05)
    {
        CheckRates(control, treatment, significance);
        CheckPower(power, significance);
        RequireDifference(treatment - control);
        var (pooled, separate) = Spreads(control, treatment);
        var reach = (Normal.InvCDF(0, 1, 1 - (significance / 2)) * pooled) + (Normal.InvCDF(0, 1, power) * separate);
        return reach * reach / ((treatment - control) * (treatment - control));
    }

    /// <summary>The power of the two-sided t test of two means to find the difference in its true direction, by the noncentral t distribution.</summary>
    /// <param name="perVariant">Observations per variant, at least 2; may be a fraction.</param>
    /// <param name="difference">The difference of the means.</param>
    /// <param name="standardDeviation">The standard deviation within a variant, above 0.</param>
    /// <param name="significance">The probability of a false alarm, such as 0.05.</param>
    public static double OfMeans(double perVariant, double difference, double standardDeviation, double significance = 0.05)
    {
        new OptionProblems().Range("observations per variant", perVariant, 2, Most).Positive("standard deviation", standardDeviation)
            .Range("significance", significance, 1e-12, 0.5).ThrowIfAny();
        var freedom = 2 * (perVariant - 1);
        var shift = Math.Abs(difference) / standardDeviation * Math.Sqrt(perVariant / 2);
        var critical = StudentT.InvCDF(0, 1, freedom, 1 - (significance / 2));
        return BeyondNoncentral(critical, freedom, shift);
    }

    /// <summary>Observations per variant for two means, before rounding up.</summary>
    /// <param name="difference">The difference of the means to be found.</param>
    /// <param name="standardDeviation">The standard deviation within a variant, above 0.</param>
    /// <param name="power">The probability of finding it, such as 0.8.</param>
    /// <param name="significance">The probability of a false alarm, such as 0.05.</param>
    /// <exception cref="NotEstimableException">The difference is 0: no number suffices.</exception>
    public static double SizeForMeans(double difference, double standardDeviation, double power = 0.8, double significance = 0.05)
    {
        CheckPower(power, significance);
        RequireDifference(difference);
        return Bisect(2, perVariant => OfMeans(perVariant, difference, standardDeviation, significance) - power);
    }

    /// <summary>The smallest difference of means that an experiment of this size finds with the given power.</summary>
    /// <param name="perVariant">Observations per variant, at least 2.</param>
    /// <param name="standardDeviation">The standard deviation within a variant, above 0.</param>
    /// <param name="power">The probability of finding it, such as 0.8.</param>
    /// <param name="significance">The probability of a false alarm, such as 0.05.</param>
    public static double SmallestDifference(double perVariant, double standardDeviation, double power = 0.8, double significance = 0.05)
    {
        CheckPower(power, significance);
        return Bisect(0, shift => OfMeans(perVariant, shift * standardDeviation, standardDeviation, significance) - power) * standardDeviation;
    }

    /// <summary>Whole days until every variant has its observations.</summary>
    /// <param name="perVariant">Observations per variant, above 0.</param>
    /// <param name="variants">How many variants, at least 2.</param>
    /// <param name="perDay">New observations a day over all variants, above 0.</param>
    public static long DurationDays(double perVariant, int variants, double perDay)
    {
        new OptionProblems().Positive("observations per variant", perVariant).Range("variants", variants, 2, 1000).Positive("observations a day", perDay).ThrowIfAny();
        return (long)Math.Ceiling(Math.Ceiling(perVariant) * variants / perDay);
    }

    private static (double Pooled, double Separate) Spreads(double control, double treatment)
    {
        var mean = (control + treatment) / 2;
        return (Math.Sqrt(2 * mean * (1 - mean)), Math.Sqrt((control * (1 - control)) + (treatment * (1 - treatment))));
    }

    // P(T > critical) of a noncentral t: over the chi-squared distribution of the estimated variance, in the logarithm of its scale.
    private static double BeyondNoncentral(double critical, double freedom, double shift)
    {
        const int points = 400;
        var width = 12 * Math.Sqrt(2 / freedom);
        double sum = 0, mass = 0;
        for (var i = 0; i <= points; i++)
        {
            var log = width * ((2.0 * i / points) - 1);
            var density = Math.Exp(freedom / 2 * (log - Math.Exp(log) + 1));
            mass += density;
            sum += density * Normal.CDF(0, 1, shift - (critical * Math.Exp(log / 2)));
        }

        return sum / mass;
    }

    private static double Bisect(double lowest, Func<double, double> excess)
    {
        var (low, high) = (lowest, lowest + 1);
        while (excess(high) < 0)
        {
            (low, high) = (high, high * 2);
            if (high > Most)
            {
                throw new NotEstimableException($"More than {Most:0} observations per variant would be needed.");
            }
        }

        for (var i = 0; i < 100; i++)
        {
            var middle = (low + high) / 2;
            (low, high) = excess(middle) < 0 ? (middle, high) : (low, middle);
        }

        return high;
    }

    private static void CheckRates(double control, double treatment, double significance) => new OptionProblems()
        .Range("control rate", control, 1e-12, 1 - 1e-12).Range("treatment rate", treatment, 1e-12, 1 - 1e-12).Range("significance", significance, 1e-12, 0.5).ThrowIfAny();

    private static void CheckPower(double power, double significance) => new OptionProblems()
        .Range("significance", significance, 1e-12, 0.5).Range("power", power, significance, 1 - 1e-12).ThrowIfAny();

    private static void RequireDifference(double difference)
    {
        if (difference == 0)
        {
            throw new NotEstimableException("No number of observations finds a difference of 0; say which difference would matter.");
        }
    }
}
