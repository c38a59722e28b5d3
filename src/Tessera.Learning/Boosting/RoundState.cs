using Tessera.Learning.Data;

namespace Tessera.Learning.Boosting;

/// <summary>Where the scores of the training rows stand, and the derivatives of the loss there.</summary>
internal sealed class RoundState
{
    private const int BlockRows = 1 << 13;
    private const int GatheredRows = 256;

    private readonly BoostingLoss loss;
    private readonly TrainingSet data;

    public RoundState(BoostingLoss loss, TrainingSet data, double initialScore)
    {
        this.loss = loss;
        this.data = data;
        Scores = new double[data.RowCount];
        Array.Fill(Scores, initialScore);
    }

    public double[] Scores { get; }

    /// <summary>The derivatives of some rows. They are computed each time that they are needed: to keep them would take 16 bytes a row.</summary>
    public void Derivatives(ReadOnlySpan<int> rows, Span<double> gradients, Span<double> hessians)
    {
        Span<double> scores = stackalloc double[GatheredRows], target = stackalloc double[GatheredRows], weights = stackalloc double[data.Weights.IsEmpty ? 0 : GatheredRows];
        for (var start = 0; start < rows.Length; start += GatheredRows)
        {
            var some = rows.Slice(start, Math.Min(GatheredRows, rows.Length - start));
            Gather(some, Scores, scores);
            Gather(some, data.Target, target);
            Gather(weights.IsEmpty ? [] : some, data.Weights, weights);
            loss.Derivatives(scores[..some.Length], target, weights, gradients.Slice(start, some.Length), hessians.Slice(start, some.Length));
        }
    }

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
    public double Loss()
    {
        var sum = 0.0;
        for (var row = 0; row < Scores.Length; row++)
        {
            sum += data.Weight(row) * loss.Loss(Scores[row], data.Target[row]);
        }

        return sum / data.TotalWeight;
    }

    private static void Gather(ReadOnlySpan<int> rows, ReadOnlySpan<double> from, Span<double> values)
    {
        for (var i = 0; i < rows.Length; i++)
        {
            values[i] = from[rows[i]];
        }
    }
}
