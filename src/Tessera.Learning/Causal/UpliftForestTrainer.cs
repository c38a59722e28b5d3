using Tessera.Learning.Boosting;
using Tessera.Learning.Data;
using Tessera.Learning.Trees;

namespace Tessera.Learning.Causal;

/// <summary>Uplift trees: decisions that divide rows so that the effect of the treatment differs most between the sides.</summary>
/// <remarks>
/// Estimates τ(x) = E[Y(1) − Y(0) | X = x] by the difference of mean outcomes of the arms in the leaf of x. A decision maximises
/// n_L n_R/n² (τ_L − τ_R)².
/// <para>Assumptions: those of <see cref="UpliftTrainer"/>.</para>
/// <para>Reference: the criterion: Athey, Tibshirani and Wager (2019), Generalized random forests, Annals of Statistics 47(2), equation (9); trees
/// for uplift: Rzepakowski and Jaroszewicz (2012), Decision trees for uplift modeling with single and multiple treatments, Knowledge and
/// Information Systems 32(2); leaves estimated on other rows: Athey and Imbens (2016), Recursive partitioning for heterogeneous causal effects, PNAS 113(27).</para>
/// <para>Complexity: O(trees · n d depth). Determinism: by seed; threads do not matter.</para>
/// </remarks>
public sealed class UpliftForestTrainer : IEstimator<UpliftData, UpliftForestModel>
{
    private readonly UpliftForestOptions options;

    /// <summary>Creates the estimator.</summary>
    /// <param name="options">How trees are grown.</param>
    /// <exception cref="InvalidOptionsException">An option is out of its range.</exception>
    public UpliftForestTrainer(UpliftForestOptions options)
    {
        options.Validate();
        this.options = options;
    }

    /// <inheritdoc/>
    public UpliftForestModel Fit(UpliftData data, IProgress<FitProgress>? progress = null, CancellationToken cancellationToken = default)
    {
        var bins = BinnedFeatures.Choose(data.Features, options.MaximumBins, WorkSharing.Threads(options.Threads));
        var cells = new byte[bins.Length][];
        for (var feature = 0; feature < bins.Length; feature++)
        {
            cells[feature] = new byte[data.RowCount];
            bins[feature].Fill(data.Features[feature], cells[feature], 1);
        }

        var trees = new Tree[options.Trees];
        var done = 0;
        WorkSharing.For(trees.Length, WorkSharing.Threads(options.Threads), tree =>
        {
            cancellationToken.ThrowIfCancellationRequested();
            var random = new SeededRandom(SeededRandom.Combine(options.Seed, (ulong)tree));
            var (choosing, estimating) = Rows(data, random);
            trees[tree] = new UpliftTreeGrower(data, bins, cells, options, random).Grow(choosing, estimating);
            progress?.Report(new FitProgress($"tree {Interlocked.Increment(ref done)} of {trees.Length}", (double)Volatile.Read(ref done) / trees.Length));
        });
        return new UpliftForestModel(data.Features.Schema, Tree.Join(0, trees, 1.0 / trees.Length));
    }

    // Half of each arm for a tree of a forest; of those again half for either purpose where it is honest.
    private (int[] Choosing, int[] Estimating) Rows(UpliftData data, SeededRandom random)
    {
        List<int> choosing = [], estimating = [];
        foreach (var isTreated in new[] { false, true })
        {
            var rows = data.Arm(isTreated);
            random.Shuffle(rows);
            var used = options.Trees == 1 ? rows.Length : (rows.Length + 1) / 2;
            var cut = options.Honest && used > 1 ? used / 2 : used;
            choosing.AddRange(rows[..cut]);
            estimating.AddRange(options.Honest && used > 1 ? rows[cut..used] : rows[..used]);
        }

        return ([.. choosing], [.. estimating]);
    }
}
