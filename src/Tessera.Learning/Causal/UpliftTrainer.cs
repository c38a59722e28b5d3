using Tessera.Learning.Boosting;
using Tessera.Learning.Data;
using Tessera.Learning.Linear;
using Tessera.Learning.Validation;

namespace Tessera.Learning.Causal;

/// <summary>Uplift: by how much treatment changes the outcome of a row, from a randomised test, by models of outcomes.</summary>
/// <remarks>
/// Estimates τ(x) = E[Y(1) − Y(0) | X = x].
/// <para>Assumptions: 1. treatment was assigned at random, with the same chance e for every row; 2. one row's treatment does not change another's
/// outcome; 3. the inputs were known before the treatment.</para>
/// <para>Reference: Künzel, Sekhon, Bickel and Yu (2019), Metalearners for estimating heterogeneous treatment effects, PNAS 116(10): S- and
/// T-learner equations (1) and (2), X-learner equations (4) to (7) with g = e; doubly robust: Kennedy (2023), Towards optimal doubly robust estimation,
/// Electronic Journal of Statistics 17(2), algorithm 1.</para>
/// <para>Complexity: that of one to eleven fits of the models inside. Determinism: by seed; threads do not matter.</para>
/// </remarks>
public sealed class UpliftTrainer : IEstimator<UpliftData, UpliftModel>
{
    internal const string TreatmentFeature = "treatment (0 or 1)";

    // A leaf of a hundred rows, or of a twentieth where there are few.
    private const double LeastLeafRows = 100;
    private const double LeastLeafShare = 0.05;
    private const double LearningRate = 0.05;

    private readonly UpliftOptions options;

    /// <summary>Creates the estimator.</summary>
    /// <param name="options">How it learns.</param>
    /// <exception cref="InvalidOptionsException">An option is out of its range.</exception>
    public UpliftTrainer(UpliftOptions options)
    {
        options.Validate();
        this.options = options;
    }

    /// <inheritdoc/>
    public UpliftModel Fit(UpliftData data, IProgress<FitProgress>? progress = null, CancellationToken cancellationToken = default) => options.Learner switch
    {
        UpliftLearner.Single => FitSingle(data, cancellationToken),
        UpliftLearner.Two => FitTwo(data, cancellationToken),
        UpliftLearner.DoublyRobust => FitDoublyRobust(data, progress, cancellationToken),
        _ => FitCross(data, cancellationToken),
    };

    private UpliftModel FitSingle(UpliftData data, CancellationToken cancellationToken)
    {
        double[] treatment = [.. data.Treated.ToArray().Select(treated => treated ? 1.0 : 0.0)];
        var model = Learn(data.Features.With(TreatmentFeature, treatment), data.Outcome, cancellationToken);
        return new UpliftModel(data.Features.Schema, model.Convergence, new(model, 1, 1), new(model, -1, 0));
    }

    private UpliftModel FitTwo(UpliftData data, CancellationToken cancellationToken)
    {
        var (treated, untreated) = Outcomes(data, cancellationToken);
        return new UpliftModel(data.Features.Schema, treated.Convergence, new(treated, 1), new UpliftPart(untreated, -1));
    }

    private UpliftModel FitCross(UpliftData data, CancellationToken cancellationToken)
    {
        var (treated, untreated) = Outcomes(data, cancellationToken);
        var ofTreated = Effects(data, isTreated: true, untreated, cancellationToken);
        var ofUntreated = Effects(data, isTreated: false, treated, cancellationToken);
        var share = data.TreatedShare;
        return new UpliftModel(data.Features.Schema, treated.Convergence, new(ofUntreated, share), new UpliftPart(ofTreated, 1 - share));
    }

    private UpliftModel FitDoublyRobust(UpliftData data, IProgress<FitProgress>? progress, CancellationToken cancellationToken)
    {
        double[] arms = [.. data.Treated.ToArray().Select(treated => treated ? 1.0 : 0.0)];
        var effects = new double[data.RowCount];
        var share = data.TreatedShare;
        var folds = Folds.Stratified(arms, options.Folds, options.Seed);
        for (var fold = 0; fold < folds.Count; fold++)
        {
            var (treated, untreated) = Outcomes(data.Take(folds[fold].Training), cancellationToken);
            var test = data.Take(folds[fold].Test);
            var (with, without) = (treated.Predict(test.Features), untreated.Predict(test.Features));
            for (var i = 0; i < with.Length; i++)
            {
                var residual = test.Treated[i] ? (test.Outcome[i] - with[i]) / share : -(test.Outcome[i] - without[i]) / (1 - share);
                effects[folds[fold].Test[i]] = with[i] - without[i] + residual;
            }

            progress?.Report(new FitProgress($"fold {fold + 1} of {folds.Count}", (fold + 1.0) / (folds.Count + 1)));
        }

        var model = Learn(data.Features, effects, cancellationToken);
        return new UpliftModel(data.Features.Schema, model.Convergence, new UpliftPart(model, 1));
    }

    private (IPredictor Treated, IPredictor Untreated) Outcomes(UpliftData data, CancellationToken cancellationToken)
    {
        return (OfArm(isTreated: true), OfArm(isTreated: false));

        IPredictor OfArm(bool isTreated)
        {
            var rows = data.Arm(isTreated);
            return Learn(data.Features.Take(rows), rows.Select(row => data.Outcome[row]).ToArray(), cancellationToken);
        }
    }

    // What each row of an arm gained or lost against what the other arm's model expects for it.
    private IPredictor Effects(UpliftData data, bool isTreated, IPredictor other, CancellationToken cancellationToken)
    {
        var rows = data.Arm(isTreated);
        var features = data.Features.Take(rows);
        var expected = other.Predict(features);
        double[] effects = [.. rows.Select((row, i) => isTreated ? data.Outcome[row] - expected[i] : expected[i] - data.Outcome[row])];
        return Learn(features, effects, cancellationToken);
    }

    private IPredictor Learn(FeatureFrame features, ReadOnlySpan<double> target, CancellationToken cancellationToken)
    {
        var data = new TrainingSet(features, target);
        if (options.Base == UpliftBase.Linear)
        {
            return new LinearRegressionTrainer(new LinearOptions { L2 = options.L2 }).Fit(data, cancellationToken: cancellationToken);
        }

        var boosting = new BoostingOptions
        {
            Objective = BoostingObjective.Squared,
            Trees = options.Trees,
            MaximumLeaves = options.MaximumLeaves,
            LearningRate = LearningRate,
            L2 = options.L2,
            MinimumChildWeight = Math.Min(LeastLeafRows, LeastLeafShare * target.Length),
            Seed = options.Seed,
        };
        return new BoostingTrainer(boosting).Fit(data, cancellationToken: cancellationToken);
    }
}
