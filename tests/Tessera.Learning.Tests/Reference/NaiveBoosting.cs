using Tessera.Learning.Boosting;
using Tessera.Learning.Data;

namespace Tessera.Learning.Tests.Reference;

/// <summary>
/// Gradient boosting as the papers write it: every cut between two values of every feature is tried by summing over the rows, in
/// doubles, without bins, histograms, vectors or threads. Do not optimise: the fast implementation must match it.
/// </summary>
internal sealed class NaiveBoosting(BoostingOptions options, TrainingSet data)
{
    private readonly BoostingLoss loss = BoostingLoss.Of(options.Objective, options.QuantileLevel, options.TweediePower);
    private double[] gradients = [];
    private double[] hessians = [];

    private sealed record Cut(double Gain, int Feature, Func<double, bool> GoesLeft);

    private sealed record Leaf(List<int> Rows, Func<double[], bool> Contains, Cut? Best);

    /// <summary>The scores of the training rows, and a function that scores any row.</summary>
    public Func<double[], double> Fit()
    {
        var initial = loss.InitialScore(data);
        var trees = new List<Func<double[], double>>();
        double Score(double[] row) => initial + trees.Sum(tree => tree(row));
        for (var round = 0; round < options.Trees; round++)
        {
            double[] scores = [.. Enumerable.Range(0, data.RowCount).Select(row => Score(Row(row)))];
            (gradients, hessians) = (new double[scores.Length], new double[scores.Length]);
            loss.Derivatives(scores, data.Target, data.Weights, gradients, hessians);
            trees.Add(Grow());
        }

        return Score;
    }

    private Func<double[], double> Grow()
    {
        var leaves = new List<Leaf> { MakeLeaf([.. Enumerable.Range(0, data.RowCount)], _ => true) };
        while (leaves.Count < options.MaximumLeaves && leaves.Where(leaf => leaf.Best is not null).MaxBy(leaf => leaf.Best!.Gain) is { } leaf)
        {
            var cut = leaf.Best!;
            leaves.Remove(leaf);
            leaves.Add(MakeLeaf([.. leaf.Rows.Where(row => cut.GoesLeft(Row(row)[cut.Feature]))], row => leaf.Contains(row) && cut.GoesLeft(row[cut.Feature])));
            leaves.Add(MakeLeaf([.. leaf.Rows.Where(row => !cut.GoesLeft(Row(row)[cut.Feature]))], row => leaf.Contains(row) && !cut.GoesLeft(row[cut.Feature])));
        }

        var values = leaves.Select(leaf => (leaf, Value: -options.LearningRate * Gradient(leaf.Rows) / (Hessian(leaf.Rows) + options.L2))).ToList();
        return row => values.Single(each => each.leaf.Contains(row)).Value;
    }

    private Leaf MakeLeaf(List<int> rows, Func<double[], bool> contains) =>
        new(rows, contains, Enumerable.Range(0, data.Features.Schema.Count).SelectMany(feature => Cuts(rows, feature)).Aggregate((Cut?)null, Better));

    private static Cut? Better(Cut? best, Cut next) => best is null || next.Gain > best.Gain ? next : best;

    private IEnumerable<Cut> Cuts(List<int> rows, int feature)
    {
        var present = rows.Where(row => !double.IsNaN(Row(row)[feature])).ToList();
        var hasMissing = present.Count < rows.Count;
        var isCategorical = data.Features.Schema[feature].IsCategorical;
        var values = present.Select(row => Row(row)[feature]).Distinct().Order().ToList();
        if (isCategorical)
        {
            values = [.. values.OrderBy(value => Gradient(Having(value)) / (Hessian(Having(value)) + options.CategorySmoothing))];
        }

        var ridge = options.L2 + (isCategorical && values.Count > 4 ? options.CategoryL2 : 0);
        foreach (var missingLeft in hasMissing ? new[] { false, true } : [false])
        {
            for (var count = 1; count <= values.Count - (hasMissing && !missingLeft ? 0 : 1); count++)
            {
                var lefts = values.Take(count).ToHashSet();
                var left = rows.Where(row => double.IsNaN(Row(row)[feature]) ? missingLeft : lefts.Contains(Row(row)[feature])).ToList();
                var right = rows.Except(left).ToList();
                if (Hessian(left) < options.MinimumChildWeight || Hessian(right) < options.MinimumChildWeight)
                {
                    continue;
                }

                var gain = 0.5 * (Part(left, ridge) + Part(right, ridge) - Part(rows, options.L2));
                if (gain <= Math.Max(options.MinimumGain, 1e-12 * Part(rows, options.L2)))
                {
                    continue;
                }

                var defaultLeft = hasMissing ? missingLeft : Hessian(left) >= Hessian(right);
                var last = values[count - 1];
                var cutAt = count < values.Count ? (last + values[count]) / 2 : double.PositiveInfinity;
                var known = values.ToHashSet();
                yield return new Cut(gain, feature, value => double.IsNaN(value) || (isCategorical && !known.Contains(value)) ? defaultLeft
                    : isCategorical ? lefts.Contains(value)
                    : value <= cutAt);
            }
        }

        List<int> Having(double value) => [.. present.Where(row => Row(row)[feature] == value)];
    }

    private double Part(List<int> rows, double ridge) => Gradient(rows) * Gradient(rows) / (Hessian(rows) + ridge);

    private double Gradient(List<int> rows) => rows.Sum(row => gradients[row]);

    private double Hessian(List<int> rows) => rows.Sum(row => hessians[row]);

    private double[] Row(int row)
    {
        var values = new double[data.Features.Schema.Count];
        data.Features.CopyRow(row, values);
        return values;
    }
}
