namespace Tessera.Learning.Lifetime;

/// <summary>Fits <see cref="ParetoNbd"/> by maximum likelihood.</summary>
/// <remarks>
/// Where the data show no dropout (s then shrinks to 0, or β grows without end) the fitted model is the limiting <see cref="Nbd"/>, and its
/// warnings say so. Deterministic, whatever the thread count. O(different histories) per step, some dozens of steps.
/// </remarks>
public sealed class ParetoNbdEstimator : IEstimator<PurchaseHistories, ILifetimeModel>
{
    private static readonly string[] Names = ["r", "alpha", "s", "beta"];

    /// <inheritdoc/>
    public ILifetimeModel Fit(PurchaseHistories data, IProgress<FitProgress>? progress = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(data);
        var age = data.TotalAge / data.Customers;
        return LifetimeFit.Fit(
            "Pareto/NBD",
            data,
            new ParetoNbdLikelihood(data),
            Names,
            [1, age],
            [[0.5, age / 2], [0.1, age / 10], [2, 5 * age]],
            (parameters, convergence, warnings) => new ParetoNbd(parameters, convergence, warnings),
            cancellationToken);
    }
}
