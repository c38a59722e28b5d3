namespace Tessera.Learning.Lifetime;

/// <summary>Fits <see cref="Nbd"/> by maximum likelihood. Deterministic; O(different frequencies + different ages) per step.</summary>
public sealed class NbdEstimator : IEstimator<PurchaseHistories, ILifetimeModel>
{
    /// <inheritdoc/>
    public ILifetimeModel Fit(PurchaseHistories data, IProgress<FitProgress>? progress = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(data);
        data.RequireRepeatPurchases("NBD");
        return LifetimeFit.BuildNbd(LifetimeFit.FitNbd(data, cancellationToken), []);
    }
}
