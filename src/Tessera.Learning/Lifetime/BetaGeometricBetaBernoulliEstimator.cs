using Tessera.Learning.Numerics;

namespace Tessera.Learning.Lifetime;

/// <summary>Fits <see cref="BetaGeometricBetaBernoulli"/> by maximum likelihood. Deterministic; O(different histories × opportunities) per step.</summary>
public sealed class BetaGeometricBetaBernoulliEstimator : IEstimator<IReadOnlyCollection<OpportunityHistory>, BetaGeometricBetaBernoulli>
{
    private static readonly string[] Names = ["alpha", "beta", "gamma", "delta"];

    /// <inheritdoc/>
    /// <exception cref="ArgumentException">A history contradicts itself.</exception>
    public BetaGeometricBetaBernoulli Fit(
        IReadOnlyCollection<OpportunityHistory> data, IProgress<FitProgress>? progress = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(data);
        foreach (var history in data)
        {
            history.Check(nameof(data));
        }

        OpportunityHistory[] histories = [.. data.GroupBy(each => each with { Customers = 1 })
            .Select(group => group.Key with { Customers = group.Sum(each => each.Customers) })
            .OrderBy(each => each.Opportunities).ThenBy(each => each.Frequency).ThenBy(each => each.LastPurchase)];
        var customers = histories.Sum(each => (double)each.Customers);
        if (customers < 10 || histories.All(each => each.Frequency == 0) || histories.All(each => each.Opportunities < 2))
        {
            throw new NotEstimableException("The BG/BB model cannot be estimated: it needs at least 10 customers, two opportunities, and somebody who bought at one.");
        }

        var estimate = MaximumLikelihood.Fit(new BetaGeometricBetaBernoulliLikelihood(histories), [1, 1, 1, 1], [1, 1, 1, 3], customers, cancellationToken);
        if (!estimate.Convergence.Converged)
        {
            throw new NotConvergedException(
                $"The BG/BB model did not converge in {estimate.Convergence.Iterations} steps; look for customers with wrong counts.",
                estimate.Convergence, Enumerable.Range(0, 4).ToDictionary(i => Names[i], i => estimate.Parameters[i], StringComparer.Ordinal));
        }

        var atBound = string.Join(", ", Names.Where((_, i) => estimate.Bounds[i] != 0));
        return new(FittedParameter.Of(Names, estimate), estimate.Convergence, atBound.Length == 0
            ? []
            : [$"{atBound} ran to the bound of the search: the data do not determine how customers differ in what it describes, so that its value only stands for \"very large\" or \"very small\"."]);
    }
}
