using Tessera.Learning.Boosting;
using Tessera.Learning.Data;
using Tessera.Learning.Trees;

namespace Tessera.Learning.Forests;

/// <summary>A random forest: the mean of trees grown on samples of the rows, each decision choosing among some of the features. With one tree, a decision tree.</summary>
/// <remarks>
/// Estimates E[y | x], for a target of 0 and 1 the probability of 1. Leaves are weighted means; splits lower the squared error, which for
/// 0 and 1 is the Gini impurity. Missing values and categories are split as they are.
/// <para>Assumptions: 1. rows are independent given the inputs.</para>
/// <para>Reference: Breiman (2001), Random Forests, Machine Learning 45(1), definition 1.1 and section 4; Breiman et al. (1984), Classification and
/// Regression Trees, section 4.3 (Gini), 8.3 (squared error).</para>
/// <para>Complexity: O(trees · n √d log(leaves)). Determinism: by seed; the number of threads does not matter.</para>
/// </remarks>
public sealed class ForestTrainer : IEstimator<TrainingSet, ForestModel>
{
    private const int BinsOfForest = 255;

    private readonly ForestOptions options;

    /// <summary>Creates the estimator.</summary>
    /// <param name="options">How trees are grown.</param>
    /// <exception cref="InvalidOptionsException">An option is out of its range.</exception>
    public ForestTrainer(ForestOptions options)
    {
        options.Validate();
        this.options = options;
    }

    /// <inheritdoc/>
    public ForestModel Fit(TrainingSet data, IProgress<FitProgress>? progress = null, CancellationToken cancellationToken = default)
    {
        var threads = WorkSharing.Threads(options.Threads);
        var bins = BinnedFeatures.Choose(data.Features, BinsOfForest, threads);
        var features = BinnedFeatures.Of(data.Features, bins, threads);
        var growing = new BoostingOptions { MaximumLeaves = options.MaximumLeaves, MaximumDepth = options.MaximumDepth, MinimumChildWeight = options.MinimumLeafWeight, L2 = 0 };
        var grower = new TreeGrower(features, growing, threads);
        var everyFeature = Enumerable.Repeat(element: true, bins.Length).ToArray();
        var share = options.ColumnShare ?? (options.Trees == 1 || bins.Length == 0 ? 1 : Math.Sqrt(bins.Length) / bins.Length);
        // Centred, so that the packed sums keep their digits for what differs.
        var mean = data.Target.ToArray().Select((value, row) => value * data.Weight(row)).Sum() / data.TotalWeight;
        var trees = new List<Tree>();
        for (var tree = 0; tree < options.Trees; tree++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var random = new SeededRandom(SeededRandom.Combine(options.Seed, (ulong)tree));
            var weights = Weights(data, random);
            grower.Order.Reset(data.RowCount, row => weights[row] > 0);
            var packed = PackedGradients.Pack((rows, gradients, hessians) => Derive(rows, data.Target, weights, mean, gradients, hessians), grower.Order, threads);
            var rules = new SplitRules(packed.GradientUnit, packed.HessianUnit, 0, options.MinimumLeafWeight, 0, 0, 0, Directions: null);
            var draft = grower.Grow(rules, everyFeature, share < 1 ? new FeatureLottery(random.NextBits(), share) : null);
            SetLeaves(draft, grower.Order, data, weights);
            trees.Add(DraftCompiler.Compile(draft, bins));
            progress?.Report(new FitProgress($"tree {tree + 1} of {options.Trees}", (tree + 1.0) / options.Trees));
        }

        return new ForestModel(data.Features.Schema, Tree.Join(0, trees, 1.0 / trees.Count), Convergence.ClosedForm);
    }

    // A sample of n rows with replacement is how often each row is drawn.
    private double[] Weights(TrainingSet data, SeededRandom random)
    {
        var weights = new double[data.RowCount];
        for (var i = 0; i < weights.Length; i++)
        {
            var row = options.Trees == 1 ? i : random.NextInt(weights.Length);
            weights[row] += data.Weight(row);
        }

        return weights;
    }

    // Of the squared error at the mean.
    private static void Derive(ReadOnlySpan<int> rows, ReadOnlySpan<double> target, double[] weights, double mean, Span<double> gradients, Span<double> hessians)
    {
        for (var i = 0; i < rows.Length; i++)
        {
            hessians[i] = weights[rows[i]];
            gradients[i] = hessians[i] * (mean - target[rows[i]]);
        }
    }

    private static void SetLeaves(TreeDraft draft, RowOrder order, TrainingSet data, double[] weights)
    {
        foreach (var leaf in draft.Leaves)
        {
            double sum = 0, weight = 0;
            foreach (var row in order.Rows.AsSpan(leaf.Start, leaf.Count))
            {
                sum += weights[row] * data.Target[row];
                weight += weights[row];
            }

            (leaf.Value, leaf.Cover) = (sum / weight, weight);
        }
    }
}
