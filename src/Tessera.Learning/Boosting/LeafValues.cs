using Tessera.Learning.Data;

namespace Tessera.Learning.Boosting;

/// <summary>Computes what the leaves of a grown tree add to the score, from the unrounded derivatives of their rows.</summary>
internal static class LeafValues
{
    private const int BlockRows = 256;

    /// <summary>Sets value and cover of every leaf.</summary>
    /// <param name="draft">The tree.</param>
    /// <param name="order">Its rows.</param>
    /// <param name="data">What is learned from.</param>
    /// <param name="round">Where the scores stand.</param>
    /// <param name="loss">What is minimised.</param>
    /// <param name="options">Ridge and learning rate.</param>
    /// <param name="threads">Threads.</param>
    public static void Set(TreeDraft draft, RowOrder order, TrainingSet data, RoundState round, BoostingLoss loss, BoostingOptions options, int threads) =>
        WorkSharing.For(draft.Leaves.Count, draft.Leaves.Sum(each => each.Count) < 20_000 ? 1 : threads, index =>
        {
            var leaf = draft.Leaves[index];
            var rows = order.Rows.AsSpan(leaf.Start, leaf.Count);
            var weights = data.WeightArray;
            double gradient = 0, hessian = 0, cover = 0;
            Span<double> gradients = stackalloc double[BlockRows], hessians = stackalloc double[BlockRows];
            for (var start = 0; start < rows.Length; start += BlockRows)
            {
                var some = rows.Slice(start, Math.Min(BlockRows, rows.Length - start));
                round.Derivatives(some, gradients, hessians);
                for (var i = 0; i < some.Length; i++)
                {
                    gradient += gradients[i];
                    hessian += hessians[i];
                    cover += weights is null ? 1 : weights[some[i]];
                }
            }

            var step = loss.LeafQuantile is { } level ? Quantile(rows, data, round.Scores, level)
                : hessian + options.L2 > 0 ? -gradient / (hessian + options.L2)
                : 0;
            leaf.Value = options.LearningRate * leaf.Bounds.Clamp(step);
            leaf.Cover = cover;
        });

    private static double Quantile(ReadOnlySpan<int> rows, TrainingSet data, double[] scores, double level)
    {
        var residuals = new double[rows.Length];
        var weights = new double[rows.Length];
        for (var i = 0; i < rows.Length; i++)
        {
            residuals[i] = data.Target[rows[i]] - scores[rows[i]];
            weights[i] = data.Weight(rows[i]);
        }

        return WeightedQuantile.Of(residuals, weights, level);
    }
}
