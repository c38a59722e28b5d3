using Tessera.Learning.Data;

namespace Tessera.Learning.Boosting;

/// <summary>Where the scores of the training rows stand, and the derivatives of the loss there.</summary>
internal sealed class RoundState
{
    private const int BlockRows = 1 << 13;

    public RoundState(int rowCount, double initialScore)
    {
        Scores = new double[rowCount];
        Gradients = new double[rowCount];
        Hessians = new double[rowCount];
        Array.Fill(Scores, initialScore);
    }

    public double[] Scores { get; }

    public double[] Gradients { get; }

    public double[] Hessians { get; }

    /// <summary>Computes the derivatives at the scores.</summary>
    public void Derive(BoostingLoss loss, TrainingSet data, int threads) => WorkSharing.ForBlocks(Scores.Length, BlockRows, threads, (_, from, to) =>
    {
        var count = to - from;
        loss.Derivatives(
            Scores.AsSpan(from, count),
            data.Target.Slice(from, count),
            data.Weights.IsEmpty ? default : data.Weights.Slice(from, count),
            Gradients.AsSpan(from, count),
            Hessians.AsSpan(from, count));
    });

    /// <summary>Adds a tree: through its leaves for the rows that it was grown on, from its root for the others.</summary>
    public void Add(TreeDraft draft, RowOrder order, BinnedFeatures features, int threads)
    {
        var sharing = order.Count < 20_000 ? 1 : threads;
        WorkSharing.For(draft.Leaves.Count, sharing, index =>
        {
            var leaf = draft.Leaves[index];
            foreach (var row in order.Rows.AsSpan(leaf.Start, leaf.Count))
            {
                Scores[row] += leaf.Value;
            }
        });
        if (order.Count == Scores.Length)
        {
            return;
        }

        var seen = new bool[Scores.Length];
        foreach (var row in order.Rows.AsSpan(0, order.Count))
        {
            seen[row] = true;
        }

        WorkSharing.ForBlocks(Scores.Length, BlockRows, sharing, (_, from, to) =>
        {
            for (var row = from; row < to; row++)
            {
                Scores[row] += seen[row] ? 0 : draft.Leaves[draft.LeafOf(features, row)].Value;
            }
        });
    }

    /// <summary>The weighted mean loss at the scores.</summary>
    public double Loss(BoostingLoss loss, TrainingSet data)
    {
        var sum = 0.0;
        for (var row = 0; row < Scores.Length; row++)
        {
            sum += data.Weight(row) * loss.Loss(Scores[row], data.Target[row]);
        }

        return sum / data.TotalWeight;
    }
}
