using MathNet.Numerics;
using MathNet.Numerics.Distributions;

namespace Tessera.Learning.Experiments;

/// <summary>Comparisons as posterior distributions: how probable it is that the treatment is better, and what choosing it may cost.</summary>
public static class BayesianTest
{
    // The trapezoid rule over log odds converges faster than any power of the step; these reach rounding.
    private const int Points = 400;
    private const double Deviations = 10;

    // -ln of what is left out beyond an end: a density falls as e to minus a times the log odds.
    private const double Digits = 40;

    /// <summary>Compares two proportions with beta priors.</summary>
    /// <remarks>
    /// Posteriors are Beta(a + successes, b + failures); the probability and the interval are integrals over one of them of the distribution
    /// function of the other. Absolute error below 10⁻⁹.
    /// </remarks>
    /// <param name="control">The control.</param>
    /// <param name="treatment">The treatment.</param>
    /// <param name="level">The posterior probability within the interval, with equal tails.</param>
    /// <param name="priorSuccesses">a of the prior, 0.1 to 10⁹. 1 and 1 are the uniform distribution.</param>
    /// <param name="priorFailures">b of the prior, 0.1 to 10⁹.</param>
    public static Comparison Proportions(
        Proportion control, Proportion treatment, double level = 0.95, double priorSuccesses = 1, double priorFailures = 1)
    {
        Levels.Check(level);
        new OptionProblems().Range("prior successes", priorSuccesses, 0.1, 1e9).Range("prior failures", priorFailures, 0.1, 1e9).ThrowIfAny();
        if (control.Trials == 0 || treatment.Trials == 0)
        {
            return Comparison.Without($"One of the variants has no observation ({control.Trials} and {treatment.Trials}).");
        }

        var (a, b) = (priorSuccesses + control.Successes, priorFailures + control.Trials - control.Successes);
        var (c, d) = (priorSuccesses + treatment.Successes, priorFailures + treatment.Trials - treatment.Successes);
        var effect = (c / (c + d)) - (a / (a + b));
        return new()
        {
            Effect = effect,
            RelativeEffect = effect / (a / (a + b)),
            StandardError = Math.Sqrt(Variance(a, b) + Variance(c, d)),
            Lower = DifferenceQuantile((1 - level) / 2),
            Upper = DifferenceQuantile((1 + level) / 2),
            ProbabilityBetter = 1 - DifferenceBelow(a, b, c, d, 0),

            // E[(p − q)⁺] of control p and treatment q: x · Beta(x; a, b) is a / (a + b) times Beta(x; a + 1, b).
            ExpectedLoss = Math.Max(0, (a / (a + b) * DifferenceBelow(a + 1, b, c, d, 0)) - (c / (c + d) * DifferenceBelow(a, b, c + 1, d, 0))),
        };

        double DifferenceQuantile(double probability)
        {
            double low = -1, high = 1;
            for (var i = 0; i < 50; i++)
            {
                var middle = (low + high) / 2;
                (low, high) = DifferenceBelow(a, b, c, d, middle) < probability ? (middle, high) : (low, middle);
            }

            return (low + high) / 2;
        }
    }

    /// <summary>Compares two means: the posterior of the difference is normal around it, or drawn towards 0 by a normal prior.</summary>
    /// <param name="control">The control.</param>
    /// <param name="treatment">The treatment.</param>
    /// <param name="level">The posterior probability within the interval.</param>
    /// <param name="priorStandardDeviation">How large effects usually are; positive infinity for no prior knowledge.</param>
    public static Comparison Means(
        SampleMoments control, SampleMoments treatment, double level = 0.95, double priorStandardDeviation = double.PositiveInfinity)
    {
        Levels.Check(level);
        if (!(priorStandardDeviation > 0))
        {
            throw new ArgumentOutOfRangeException(nameof(priorStandardDeviation), priorStandardDeviation, "A standard deviation is above 0.");
        }

        if (FrequentistTest.Problem(control, treatment) is { } problem)
        {
            return problem;
        }

        var squared = control.SquaredError + treatment.SquaredError;
        var precision = (1 / squared) + (1 / (priorStandardDeviation * priorStandardDeviation));
        var effect = (treatment.Mean - control.Mean) / squared / precision;
        var error = Math.Sqrt(1 / precision);
        var half = error * Normal.InvCDF(0, 1, (1 + level) / 2);
        return new()
        {
            Effect = effect,
            RelativeEffect = Comparison.Relative(effect, control.Mean),
            StandardError = error,
            Lower = effect - half,
            Upper = effect + half,
            ProbabilityBetter = Normal.CDF(0, 1, effect / error),
            ExpectedLoss = (error * Normal.PDF(0, 1, effect / error)) - (effect * Normal.CDF(0, 1, -effect / error)),
        };
    }

    private static double Variance(double a, double b) => a * b / ((a + b) * (a + b) * (a + b + 1));

    // P(q − p < difference) for p ~ Beta(a, b) and q ~ Beta(c, d), over the log odds of p.
    private static double DifferenceBelow(double a, double b, double c, double d, double difference)
    {
        var centre = Math.Log(a / b);
        var width = Math.Sqrt((1 / a) + (1 / b));
        var constant = -SpecialFunctions.BetaLn(a, b);
        double sum = 0, mass = 0;
        var first = centre - Math.Max(Deviations * width, Digits / a);
        var step = (centre + Math.Max(Deviations * width, Digits / b) - first) / Points;
        for (var i = 0; i <= Points; i++)
        {
            var odds = first + (i * step);
            var (logP, logRest) = odds > 0
                ? (-Numerics.GammaFunctions.Log1P(Math.Exp(-odds)), -odds - Numerics.GammaFunctions.Log1P(Math.Exp(-odds)))
                : (odds - Numerics.GammaFunctions.Log1P(Math.Exp(odds)), -Numerics.GammaFunctions.Log1P(Math.Exp(odds)));
            var density = Math.Exp(constant + (a * logP) + (b * logRest));
            mass += density;
            sum += density * Math.Clamp(Below(Math.Exp(logP) + difference), 0, 1);
        }

        return sum / mass;

        double Below(double q) => q <= 0 ? 0 : q >= 1 ? 1 : SpecialFunctions.BetaRegularized(c, d, q);
    }
}
