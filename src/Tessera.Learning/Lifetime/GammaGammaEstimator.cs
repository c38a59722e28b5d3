using Tessera.Learning.Numerics;

namespace Tessera.Learning.Lifetime;

/// <summary>Fits <see cref="GammaGamma"/> by maximum likelihood. Deterministic; O(customers) per step, some dozens of steps.</summary>
public sealed class GammaGammaEstimator : IEstimator<IReadOnlyCollection<SpendHistory>, GammaGamma>
{
    private static readonly string[] Names = ["p", "q", "gamma"];

    /// <inheritdoc/>
    /// <exception cref="ArgumentException">A customer's spend contradicts itself.</exception>
    public GammaGamma Fit(
        IReadOnlyCollection<SpendHistory> data, IProgress<FitProgress>? progress = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(data);
        if (data.Count < 10)
        {
            throw new NotEstimableException($"The Gamma-Gamma model cannot be estimated: {data.Count} customers have repeat purchases with an amount above 0; at least 10 are needed.");
        }

        var position = 0;
        foreach (var customer in data)
        {
            position++;
            if (customer.Defect is { } defect)
            {
                throw new ArgumentException($"Customer {position} of the input has {defect}.", nameof(data));
            }
        }

        SpendHistory[] customers = [.. data];
        var mean = customers.Average(customer => customer.MeanAmount);
        if (customers.All(customer => Math.Abs(customer.MeanAmount - mean) <= 1e-12 * mean))
        {
            throw new NotEstimableException(FormattableString.Invariant(
                $"The Gamma-Gamma model cannot be estimated: all {customers.Length} customers have the same mean amount of {mean:0.##}; use that as it is."));
        }

        var likelihood = new GammaGammaLikelihood(customers);
        var estimate = MaximumLikelihood.Fit(likelihood, [1, 1, mean], [2, 3, mean], customers.Length, cancellationToken);
        if (!estimate.Convergence.Converged)
        {
            throw new NotConvergedException(
                $"The Gamma-Gamma model did not converge in {estimate.Convergence.Iterations} steps; look for customers with wrong amounts.",
                estimate.Convergence, Enumerable.Range(0, 3).ToDictionary(i => Names[i], i => estimate.Parameters[i], StringComparer.Ordinal));
        }

        return new GammaGamma(FittedParameter.Of(Names, estimate), estimate.Convergence, Warnings(customers, estimate));
    }

    private static List<string> Warnings(SpendHistory[] customers, MaximumLikelihoodEstimate estimate)
    {
        var warnings = new List<string>();
        var correlation = RankCorrelation.Spearman(
            [.. customers.Select(customer => (double)customer.Purchases)], [.. customers.Select(customer => customer.MeanAmount)]);
        if (Math.Abs(correlation) > 0.3)
        {
            warnings.Add(FormattableString.Invariant(
                $"How often customers buy and how much they spend go together (rank correlation {correlation:0.00}), which the Gamma-Gamma model rules out; read its values per group of buyers."));
        }

        if (estimate.Parameters[1] <= 1)
        {
            warnings.Add("q is at most 1: a few very large spenders leave the mean of customers in general without bound; means of customers with purchases still exist.");
        }

        var atBound = string.Join(", ", Names.Where((_, i) => estimate.Bounds[i] != 0));
        if (atBound.Length > 0)
        {
            warnings.Add($"{atBound} ran to the bound of the search: the data show no difference between customers, or between purchases, in what it describes.");
        }

        return warnings;
    }
}
