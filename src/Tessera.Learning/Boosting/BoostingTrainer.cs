using Tessera.Learning.Data;
using Tessera.Learning.Trees;

namespace Tessera.Learning.Boosting;

/// <summary>Gradient boosting of decision trees over histograms: leaf-wise, with missing values and categories as they are.</summary>
/// <remarks>
/// Estimates E[y | x], a probability or a quantile as a sum of trees, each grown on the first and second derivatives of the loss
/// at the sum of those before.
/// <para>Assumptions: 1. rows are independent given the inputs; 2. the future resembles the rows learned from; 3. what is missing is
/// missing for the same reasons later on (missing values are learned from, not filled in).</para>
/// <para>Reference: Friedman (2001), Greedy function approximation, Annals of Statistics 29(5); Chen and Guestrin (2016), XGBoost, KDD,
/// equations (5) and (7); Ke et al. (2017), LightGBM, NeurIPS, section 2.1.</para>
/// <para>Symbols: G, H sums of gradients and hessians; λ = <see cref="BoostingOptions.L2"/>; γ = <see cref="BoostingOptions.MinimumGain"/>;
/// η = <see cref="BoostingOptions.LearningRate"/>.</para>
/// <para>Shapes: X: [n, d], y: [n], weights: [n]. Not-a-number in X is a missing value; infinities are refused.</para>
/// <para>Complexity: O(n d) for a root, about O(n d log(leaves)) per tree; memory n d bytes and 32 n.</para>
/// <para>Determinism: the model depends on data, options and seed, not on the number of threads nor on the processor's vector width.</para>
/// </remarks>
/// <example><code>
/// var model = new BoostingTrainer(new BoostingOptions { Trees = 100 }).Fit(data);
/// double[] probabilities = model.Predict(frame);
/// </code></example>
public sealed class BoostingTrainer : IEstimator<TrainingSet, BoostingModel>
{
    private readonly BoostingOptions options;

    /// <summary>Creates the estimator.</summary>
    /// <param name="options">How trees are grown.</param>
    /// <exception cref="InvalidOptionsException">An option is out of its range.</exception>
    public BoostingTrainer(BoostingOptions options)
    {
        options.Validate();
        this.options = options;
    }

    /// <inheritdoc/>
    public BoostingModel Fit(TrainingSet data, IProgress<FitProgress>? progress = null, CancellationToken cancellationToken = default) =>
        Fit(data, validation: null, progress, cancellationToken);

    /// <summary>Learns from some rows and stops when the loss on others no longer falls.</summary>
    /// <param name="data">The rows to learn from.</param>
    /// <param name="validation">The rows to stop by, with the same schema; null to grow all trees.</param>
    /// <param name="progress">Told after each tree; may be null.</param>
    /// <param name="cancellationToken">Stops the work between trees.</param>
    /// <returns>The model; with validation rows only the trees up to the least loss.</returns>
    /// <exception cref="NotEstimableException">The target does not fit the objective, or there is one class only.</exception>
    /// <exception cref="InvalidOptionsException">A monotone feature is none of the schema's numbers.</exception>
    public BoostingModel Fit(TrainingSet data, TrainingSet? validation, IProgress<FitProgress>? progress = null, CancellationToken cancellationToken = default)
    {
        var model = FitPath(data, validation, progress, cancellationToken);
        return validation is null ? model : model.Truncated(model.Convergence.Iterations);
    }

    /// <summary>As <see cref="Fit(TrainingSet, TrainingSet?, IProgress{FitProgress}?, CancellationToken)"/>, but keeps the trees beyond the least loss.</summary>
    internal BoostingModel FitPath(TrainingSet data, TrainingSet? validation, IProgress<FitProgress>? progress = null, CancellationToken cancellationToken = default)
    {
        var loss = BoostingLoss.Of(options.Objective, options.QuantileLevel, options.TweediePower);
        loss.CheckTarget(data);
        var directions = Directions(data.Features.Schema);
        var threads = WorkSharing.Threads(options.Threads);
        var bins = BinnedFeatures.Choose(data.Features, options.MaximumBins, threads);
        var features = BinnedFeatures.Of(data.Features, bins, threads);
        var initial = loss.InitialScore(data);
        var round = new RoundState(loss, data, initial);
        var stopping = validation is null ? null : new EarlyStopping(loss, validation, bins, initial, options.EarlyStoppingRounds, threads);
        var grower = new TreeGrower(features, options, threads);
        var sampling = new Sampling(options, data.RowCount, bins.Length);
        var trees = new List<Tree>();
        var reason = "All trees that were asked for were grown.";
        var converged = false;
        while (trees.Count < options.Trees)
        {
            cancellationToken.ThrowIfCancellationRequested();
            sampling.Begin(trees.Count, grower.Order);
            var packed = PackedGradients.Pack(round.Derivatives, grower.Order, threads);
            var draft = grower.Grow(Rules(packed, directions), sampling.Features);
            if (draft.Nodes.Count == 0 && !sampling.IsRandom)
            {
                (converged, reason) = (true, "No split lowers the loss any further.");
                break;
            }

            LeafValues.Set(draft, grower.Order, data, round, loss, options, threads);
            round.Add(draft, grower.Order, features, threads);
            trees.Add(DraftCompiler.Compile(draft, bins));
            progress?.Report(new FitProgress($"tree {trees.Count} of {options.Trees}", (double)trees.Count / options.Trees));
            if (stopping?.Add(draft) == true)
            {
                (converged, reason) = (true, $"The loss on the validation rows has not fallen for {options.EarlyStoppingRounds} trees.");
                break;
            }
        }

        var objective = stopping?.BestLoss ?? round.Loss();
        return new BoostingModel(
            data.Features.Schema,
            Tree.Join(initial, trees),
            new ObjectiveParameters(options.Objective, options.QuantileLevel, options.TweediePower),
            new Convergence(converged, stopping?.BestTrees ?? trees.Count, objective, reason),
            stopping?.Losses ?? []);
    }

    private SplitRules Rules(PackedGradients packed, int[]? directions) => new(
        packed.GradientUnit,
        packed.HessianUnit,
        options.L2,
        options.MinimumChildWeight,
        options.MinimumGain,
        options.CategorySmoothing,
        options.CategoryL2,
        directions);

    private int[]? Directions(FeatureSchema schema)
    {
        var numbers = schema.Features.Where(feature => !feature.IsCategorical).Select(feature => feature.Name).ToHashSet(StringComparer.Ordinal);
        var problems = new OptionProblems();
        foreach (var name in options.Monotone.Keys)
        {
            problems.Require(numbers.Contains(name), $"{nameof(options.Monotone)} names {name}, which is no numeric feature.");
        }

        problems.ThrowIfAny();
        return options.Monotone.IsEmpty ? null : [.. schema.Features.Select(feature => options.Monotone.GetValueOrDefault(feature.Name))];
    }
}
