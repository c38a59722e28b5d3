namespace Tessera.Learning.Data;

/// <summary>What a supervised model learns from: inputs, the target of each row, and weights if rows count differently.</summary>
public sealed class TrainingSet
{
    private readonly double[] target;
    private readonly double[]? weights;

    /// <summary>Creates it.</summary>
    /// <param name="features">The inputs, n rows.</param>
    /// <param name="target">The target, [n]: finite; 0 or 1 for classification.</param>
    /// <param name="weights">The weights, [n]: finite, none negative, some positive; empty for all ones.</param>
    /// <exception cref="NotEstimableException">There is no row, or the target is not finite: the message names the first such row.</exception>
    /// <exception cref="ArgumentException">Lengths differ, or a weight is negative or not finite, or none is positive.</exception>
    public TrainingSet(FeatureFrame features, ReadOnlySpan<double> target, ReadOnlySpan<double> weights = default)
    {
        if (target.Length != features.RowCount || (weights.Length != 0 && weights.Length != target.Length))
        {
            throw new ArgumentException($"{features.RowCount} rows of features have {target.Length} targets and {weights.Length} weights.", nameof(target));
        }

        if (target.Length == 0)
        {
            throw new NotEstimableException("There is no row to learn from.");
        }

        for (var row = 0; row < target.Length; row++)
        {
            if (!double.IsFinite(target[row]))
            {
                throw new NotEstimableException($"The target of row {row} is {(double.IsNaN(target[row]) ? "missing" : "infinite")}.");
            }
        }

        Features = features;
        this.target = target.ToArray();
        this.weights = weights.Length == 0 ? null : weights.ToArray();
        TotalWeight = this.weights is null ? target.Length : CheckedTotal(weights);
    }

    /// <summary>The inputs.</summary>
    public FeatureFrame Features { get; }

    /// <summary>How many rows there are.</summary>
    public int RowCount => target.Length;

    /// <summary>The target, [n].</summary>
    public ReadOnlySpan<double> Target => target;

    /// <summary>The weights, [n]; empty when all rows weigh 1.</summary>
    public ReadOnlySpan<double> Weights => weights;

    /// <summary>The sum of the weights.</summary>
    public double TotalWeight { get; }

    internal double[] TargetArray => target;

    internal double[]? WeightArray => weights;

    /// <summary>The weight of a row.</summary>
    /// <param name="row">The row, from 0.</param>
    public double Weight(int row) => weights is null ? 1 : weights[row];

    /// <summary>The weighted mean of the target.</summary>
    internal double MeanTarget()
    {
        var sum = 0.0;
        for (var row = 0; row < RowCount; row++)
        {
            sum += Weight(row) * target[row];
        }

        return sum / TotalWeight;
    }

    /// <summary>The set with some of its rows, in the given order.</summary>
    /// <param name="rows">The rows, from 0; a row may stand there more than once.</param>
    public TrainingSet Take(ReadOnlySpan<int> rows)
    {
        var takenTarget = new double[rows.Length];
        var takenWeights = weights is null ? [] : new double[rows.Length];
        for (var i = 0; i < rows.Length; i++)
        {
            takenTarget[i] = target[rows[i]];
            if (weights is not null)
            {
                takenWeights[i] = weights[rows[i]];
            }
        }

        return new TrainingSet(Features.Take(rows), takenTarget, takenWeights);
    }

    /// <summary>Refuses a target that is not 0 or 1, or only one of them.</summary>
    /// <exception cref="NotEstimableException">It is so.</exception>
    internal void RequireTwoClasses()
    {
        var ones = 0;
        foreach (var value in target)
        {
            ones += value is 0 or 1 ? (int)value : throw new NotEstimableException($"A classifier needs targets of 0 and 1; one is {value}.");
        }

        if (ones == 0 || ones == target.Length)
        {
            throw new NotEstimableException($"All {target.Length} rows have the same class: there is nothing to tell apart.");
        }
    }

    private static double CheckedTotal(ReadOnlySpan<double> weights)
    {
        var total = 0.0;
        foreach (var weight in weights)
        {
            if (!double.IsFinite(weight) || weight < 0)
            {
                throw new ArgumentException($"A weight is {weight}; weights are finite and not negative.", nameof(weights));
            }

            total += weight;
        }

        return total > 0 ? total : throw new ArgumentException("No weight is positive.", nameof(weights));
    }
}
