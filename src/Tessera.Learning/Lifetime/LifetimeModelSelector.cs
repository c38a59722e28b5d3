using System.Globalization;

namespace Tessera.Learning.Lifetime;

/// <summary>Fits BG/NBD, MBG/NBD and Pareto/NBD and keeps the one that gives the unseen the largest likelihood.</summary>
/// <remarks>
/// With a log that has a holdout, the unseen is what the same customers did after calibration. With histories alone it is other
/// customers: each of five folds is scored by a model fitted on the other four. Every model that collapses to the NBD is the same
/// model then, and counts once. Deterministic.
/// </remarks>
public sealed class LifetimeModelSelector : IEstimator<PurchaseLog, LifetimeChoice>, IEstimator<PurchaseHistories, LifetimeChoice>
{
    private const int Folds = 5;

    private static readonly (string Name, IEstimator<PurchaseHistories, ILifetimeModel> Estimator)[] Known =
    [
        ("bg-nbd", new BetaGeometricNbdEstimator()),
        ("mbg-nbd", new BetaGeometricNbdEstimator(BetaGeometricVariant.Modified)),
        ("pareto-nbd", new ParetoNbdEstimator()),
    ];

    /// <summary>The estimators by the short names of their models.</summary>
    public static IReadOnlyDictionary<string, IEstimator<PurchaseHistories, ILifetimeModel>> Estimators { get; } =
        Known.ToDictionary(known => known.Name, known => known.Estimator, StringComparer.Ordinal);

    /// <inheritdoc/>
    public LifetimeChoice Fit(PurchaseLog data, IProgress<FitProgress>? progress = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(data);
        var calibration = data.Calibration();
        if (data.HoldoutLength <= 0)
        {
            return Fit(calibration, progress, cancellationToken);
        }

        var whole = data.Whole();
        return Choose(calibration, model => model.LogLikelihoodOf(whole) - model.LogLikelihoodOf(calibration), null,
            "the purchases after calibration", progress, cancellationToken);
    }

    /// <inheritdoc/>
    public LifetimeChoice Fit(PurchaseHistories data, IProgress<FitProgress>? progress = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(data);
        return Choose(data, null, estimator => CrossValidated(data, estimator, cancellationToken), "customers left out in five folds", progress, cancellationToken);
    }

    private static LifetimeChoice Choose(
        PurchaseHistories histories,
        Func<ILifetimeModel, double>? scoreOfModel,
        Func<IEstimator<PurchaseHistories, ILifetimeModel>, double>? scoreOfEstimator,
        string unseen,
        IProgress<FitProgress>? progress,
        CancellationToken cancellationToken)
    {
        var candidates = new List<LifetimeCandidate>();
        for (var i = 0; i < Known.Length; i++)
        {
            var (name, estimator) = Known[i];
            progress?.Report(new(name, (double)i / Known.Length));
            try
            {
                var model = estimator.Fit(histories, null, cancellationToken);
                candidates.Add(new(name, model, scoreOfModel?.Invoke(model) ?? scoreOfEstimator!(estimator), null));
            }
            catch (NotConvergedException exception)
            {
                candidates.Add(new(name, null, null, exception.Message));
            }
        }

        progress?.Report(new("chosen", 1));
        candidates = [.. candidates.OrderByDescending(candidate => candidate.HoldoutLogLikelihood ?? double.NegativeInfinity)];
        var best = candidates[0];
        if (best.Model is null)
        {
            throw new NotEstimableException($"None of the models could be fitted. {best.Problem}");
        }

        var second = candidates[1].HoldoutLogLikelihood;
        var reason = best.Model.Name == "nbd"
            ? "No dropout can be seen in these data, so the NBD model, the limit of all three, was taken."
            : string.Create(CultureInfo.InvariantCulture,
                $"{best.Name} gives {unseen} the largest log-likelihood, {best.HoldoutLogLikelihood:0.0}{(second is null ? "" : $", before {candidates[1].Name} with {second:0.0}")}.");
        return new(best.Model, candidates, reason);
    }

    private static double CrossValidated(
        PurchaseHistories histories, IEstimator<PurchaseHistories, ILifetimeModel> estimator, CancellationToken cancellationToken)
    {
        // Rows are sorted by what the customers did, so every fifth customer makes folds that are alike.
        PurchaseHistory[] customers = [.. histories.Distinct().SelectMany(entry => Enumerable.Repeat(entry.Key, entry.Value))];
        if (customers.Length < 10 * Folds)
        {
            return estimator.Fit(histories, null, cancellationToken).LogLikelihood;
        }

        var sum = 0.0;
        for (var fold = 0; fold < Folds; fold++)
        {
            var left = fold;
            var model = estimator.Fit(PurchaseHistories.Collapse(customers.Where((_, i) => i % Folds != left)), null, cancellationToken);
            sum += model.LogLikelihoodOf(PurchaseHistories.Collapse(customers.Where((_, i) => i % Folds == left)));
        }

        return sum;
    }
}
