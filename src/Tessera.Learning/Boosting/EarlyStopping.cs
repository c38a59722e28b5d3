using Tessera.Learning.Data;

namespace Tessera.Learning.Boosting;

/// <summary>Follows the loss on rows that nothing is learned from, and says when it no longer falls.</summary>
internal sealed class EarlyStopping
{
    private readonly BoostingLoss loss;
    private readonly TrainingSet validation;
    private readonly double[] scores;
    private readonly BinnedFeatures features;
    private readonly int patience;

    public EarlyStopping(BoostingLoss loss, TrainingSet validation, FeatureBins[] bins, double initialScore, int patience, int threads)
    {
        this.loss = loss;
        this.validation = validation;
        this.patience = patience;
        features = BinnedFeatures.Of(validation.Features, bins, threads);
        scores = new double[validation.RowCount];
        Array.Fill(scores, initialScore);
        BestLoss = Mean();
    }

    /// <summary>The least loss so far.</summary>
    public double BestLoss { get; private set; }

    /// <summary>How many trees gave it.</summary>
    public int BestTrees { get; private set; }

    /// <summary>The loss after each tree.</summary>
    public List<double> Losses { get; } = [];

    /// <summary>Adds a tree; true when growing should stop.</summary>
    public bool Add(TreeDraft draft)
    {
        for (var row = 0; row < scores.Length; row++)
        {
            scores[row] += draft.Leaves[draft.LeafOf(features, row)].Value;
        }

        Losses.Add(Mean());
        if (Losses[^1] < BestLoss)
        {
            (BestLoss, BestTrees) = (Losses[^1], Losses.Count);
        }

        return patience > 0 && Losses.Count - BestTrees >= patience;
    }

    private double Mean()
    {
        var sum = 0.0;
        for (var row = 0; row < scores.Length; row++)
        {
            sum += validation.Weight(row) * loss.Loss(scores[row], validation.Target[row]);
        }

        return sum / validation.TotalWeight;
    }
}
