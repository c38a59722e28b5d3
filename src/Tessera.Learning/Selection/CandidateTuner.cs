using System.Globalization;
using Tessera.Learning.Boosting;
using Tessera.Learning.Data;
using Tessera.Learning.Forests;
using Tessera.Learning.Linear;
using Tessera.Learning.Validation;

namespace Tessera.Learning.Selection;

/// <summary>Tunes each kind of model on folds of the rows that are learned from.</summary>
internal sealed class CandidateTuner(TrainingSet data, IReadOnlyList<Fold> folds, PredictionTask task, ulong seed, CancellationToken cancellationToken)
{
    private static readonly double[] Ridges = [0.3, 3, 30, 300];
    private static readonly int[] TreeLeaves = [4, 8, 16, 32];

    // From additive to detailed; the number of trees is tuned for each. Each tree sees a part of rows and features, which lets the trees differ
    // and their sum vary less: Friedman (2002), Stochastic gradient boosting, section 2.
    private static readonly BoostingOptions Varied = new() { LearningRate = 0.05, L2 = 10, MinimumChildWeight = 5, RowShare = 0.6, ColumnShare = 0.6 };

    private static readonly BoostingOptions[] Shapes =
    [
        Varied with { MaximumLeaves = 3, MinimumChildWeight = 1, Trees = 1200 },
        Varied with { MaximumLeaves = 4, Trees = 1000 },
        Varied with { MaximumLeaves = 8, Trees = 800 },
        Varied with { MaximumLeaves = 31, LearningRate = 0.1, Trees = 1000 },
    ];

    /// <summary>The best candidate of a kind.</summary>
    public Candidate Tune(ModelKind kind) => kind switch
    {
        ModelKind.Linear => Best(Ridges.Select(Linear)),
        ModelKind.Boosting => Best(Shapes.Select(Boosting)),
        ModelKind.Forest => Forest(),
        ModelKind.Tree => Best(TreeLeaves.Select(Tree)),
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "There is no such kind of model."),
    };

    /// <summary>Log loss, or the root of the mean squared error, of the rows that have a prediction.</summary>
    public double Loss(double[] predictions)
    {
        double sum = 0, weights = 0;
        for (var row = 0; row < predictions.Length; row++)
        {
            if (!double.IsNaN(predictions[row]))
            {
                sum += data.Weight(row) * RowLoss(predictions[row], data.Target[row]);
                weights += data.Weight(row);
            }
        }

        return task == PredictionTask.Classification ? sum / weights : Math.Sqrt(sum / weights);
    }

    private double RowLoss(double prediction, double target)
    {
        if (task == PredictionTask.Regression)
        {
            return (prediction - target) * (prediction - target);
        }

        var probability = Math.Clamp(target == 1 ? prediction : 1 - prediction, 1e-15, 1);
        return -Math.Log(probability);
    }

    private Candidate Best(IEnumerable<Candidate> candidates) => candidates.MinBy(candidate => Loss(candidate.OutOfFold))!;

    private Candidate Linear(double ridge)
    {
        var options = new LinearOptions { L2 = ridge };
        IPredictor Fit(TrainingSet set, CancellationToken token) => task == PredictionTask.Classification
            ? new LogisticRegressionTrainer(options).Fit(set, cancellationToken: token)
            : new LinearRegressionTrainer(options).Fit(set, cancellationToken: token);
        var name = task == PredictionTask.Classification ? "logistic" : "linear";
        return Plain(string.Create(CultureInfo.InvariantCulture, $"{name} (ridge {ridge})"), ModelKind.Linear, Fit);
    }

    private Candidate Forest()
    {
        var options = new ForestOptions { Trees = 200, MaximumLeaves = 128, Seed = seed };
        return Plain($"forest ({options.Trees} trees)", ModelKind.Forest, (set, token) => new ForestTrainer(options).Fit(set, cancellationToken: token));
    }

    private Candidate Tree(int leaves)
    {
        var options = new ForestOptions { Trees = 1, MaximumLeaves = leaves, MinimumLeafWeight = 20, Seed = seed };
        return Plain($"tree (at most {leaves} leaves)", ModelKind.Tree, (set, token) => new ForestTrainer(options).Fit(set, cancellationToken: token));
    }

    private Candidate Plain(string name, ModelKind kind, Func<TrainingSet, CancellationToken, IPredictor> fit) =>
        new(name, kind, Candidate.Predict(data, folds, (training, test) => fit(training, cancellationToken).Predict(test.Features)), fit);

    // The number of trees is that with the least mean loss over the folds, the same for all.
    private Candidate Boosting(BoostingOptions shape)
    {
        var options = shape with
        {
            Objective = task == PredictionTask.Classification ? BoostingObjective.LogLoss : BoostingObjective.Squared,
            EarlyStoppingRounds = 60,
            Seed = seed,
        };
        var paths = new List<BoostingModel>();
        foreach (var fold in folds)
        {
            paths.Add(new BoostingTrainer(options).FitPath(data.Take(fold.Training), data.Take(fold.Test), cancellationToken: cancellationToken));
        }

        var shortest = paths.Min(path => path.ValidationLosses.Count);
        var losses = Enumerable.Range(0, shortest).Select(tree => paths.Average(path => path.ValidationLosses[tree])).ToList();
        var trees = shortest == 0 ? 1 : losses.IndexOf(losses.Min()) + 1;
        var predictions = new double[data.RowCount];
        Array.Fill(predictions, double.NaN);
        for (var i = 0; i < folds.Count; i++)
        {
            var test = paths[i].Truncated(Math.Min(trees, paths[i].TreeCount)).Predict(data.Features.Take(folds[i].Test));
            for (var j = 0; j < test.Length; j++)
            {
                predictions[folds[i].Test[j]] = test[j];
            }
        }

        var final = options with { Trees = trees };
        return new Candidate(
            $"boosting ({trees} trees of at most {shape.MaximumLeaves} leaves)",
            ModelKind.Boosting,
            predictions,
            (set, token) => new BoostingTrainer(final).Fit(set, cancellationToken: token));
    }
}
