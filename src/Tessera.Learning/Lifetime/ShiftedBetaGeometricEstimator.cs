using Tessera.Learning.Numerics;
using static Tessera.Learning.Numerics.GammaFunctions;

namespace Tessera.Learning.Lifetime;

/// <summary>Fits <see cref="ShiftedBetaGeometric"/> by maximum likelihood to the customers of one cohort that are left after each period.</summary>
/// <remarks>The data are counts: customers at the start, after one period, after two and so on; never rising. Deterministic; O(periods) per step.</remarks>
public sealed class ShiftedBetaGeometricEstimator : IEstimator<IReadOnlyList<int>, ShiftedBetaGeometric>
{
    private static readonly string[] Names = ["alpha", "beta"];

    /// <inheritdoc/>
    /// <exception cref="ArgumentException">The counts rise or fall below 0.</exception>
    public ShiftedBetaGeometric Fit(IReadOnlyList<int> data, IProgress<FitProgress>? progress = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(data);
        for (var i = 0; i < data.Count; i++)
        {
            if (data[i] < 0 || (i > 0 && data[i] > data[i - 1]))
            {
                throw new ArgumentException($"After {i} periods {data[i]} customers are left, of {(i > 0 ? data[i - 1] : 0)} before; a cohort only shrinks.", nameof(data));
            }
        }

        if (data.Count < 3 || data[0] == 0 || data[^1] == data[0])
        {
            throw new NotEstimableException("Retention cannot be estimated: it takes a cohort watched over at least two periods, in which somebody left.");
        }

        var estimate = MaximumLikelihood.Fit(new Likelihood(data), [1, 1], [1, 2], data[0], cancellationToken);
        if (!estimate.Convergence.Converged)
        {
            throw new NotConvergedException(
                $"The shifted-beta-geometric model did not converge in {estimate.Convergence.Iterations} steps; check the counts.",
                estimate.Convergence, new Dictionary<string, double>(StringComparer.Ordinal) { ["alpha"] = estimate.Parameters[0], ["beta"] = estimate.Parameters[1] });
        }

        string[] warnings = estimate.Bounds.Any(bound => bound > 0)
            ? ["alpha and beta grew to the bound of the search: the data show no difference between customers, so that retention is the same in all periods."]
            : estimate.Bounds.Any(bound => bound < 0)
                ? ["alpha or beta shrank to the bound of the search: the data show two kinds of customers, those who leave at once and those who never do."]
                : [];
        return new(FittedParameter.Of(Names, estimate), estimate.Convergence, warnings);
    }

    // Those who leave after t periods have probability S(t) · α / (β + t − 1), those who are left S(t): equations (5) and (6).
    private sealed class Likelihood(IReadOnlyList<int> left) : ILogLikelihood
    {
        public double Evaluate(ReadOnlySpan<double> parameters, Span<double> gradient)
        {
            var (alpha, beta) = (parameters[0], parameters[1]);
            double sum = 0, byAlpha = 0, byBeta = 0;
            for (var t = 1; t < left.Count; t++)
            {
                double gone = left[t - 1] - left[t];
                Survive(t, gone + (t == left.Count - 1 ? left[t] : 0));
                sum += gone * Math.Log(alpha / (beta + t - 1));
                byAlpha += gone / alpha;
                byBeta -= gone / (beta + t - 1);
            }

            (gradient[0], gradient[1]) = (byAlpha, byBeta);
            return sum;

            void Survive(int periods, double customers)
            {
                var rise = DigammaRise(alpha + beta, periods);
                sum += customers * (LogRising(beta, periods) - LogRising(alpha + beta, periods));
                byAlpha -= customers * rise;
                byBeta += customers * (DigammaRise(beta, periods) - rise);
            }
        }
    }
}
