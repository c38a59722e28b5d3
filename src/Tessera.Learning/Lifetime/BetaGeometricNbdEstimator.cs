namespace Tessera.Learning.Lifetime;

/// <summary>Fits <see cref="BetaGeometricNbd"/> by maximum likelihood.</summary>
/// <remarks>
/// Where the data show no dropout (parameters a and b then have no best value) the fitted model is the limiting
/// <see cref="Nbd"/>, and its warnings say so. Deterministic, whatever the thread count. O(different histories) per step, some
/// dozens of steps.
/// </remarks>
/// <param name="variant">When a customer may drop out.</param>
public sealed class BetaGeometricNbdEstimator(BetaGeometricVariant variant = BetaGeometricVariant.Original)
    : IEstimator<PurchaseHistories, ILifetimeModel>
{
    private static readonly string[] Names = ["r", "alpha", "a", "b"];

    /// <inheritdoc/>
    public ILifetimeModel Fit(PurchaseHistories data, IProgress<FitProgress>? progress = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(data);
        return LifetimeFit.Fit(
            variant == BetaGeometricVariant.Original ? "BG/NBD" : "MBG/NBD",
            data,
            new BetaGeometricLikelihood(data, (int)variant),
            Names,
            [1, 1],
            [[1, 3], [0.2, 2], [5, 50]],
            (parameters, convergence, warnings) => new BetaGeometricNbd(variant, parameters, convergence, warnings),
            cancellationToken);
    }
}
