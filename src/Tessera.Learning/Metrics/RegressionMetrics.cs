namespace Tessera.Learning.Metrics;

/// <summary>How close predicted numbers are to the true ones. Targets and predictions are finite, [n]; O(n), the rank correlation O(n log n).</summary>
public static class RegressionMetrics
{
    /// <summary>The root of the mean squared error.</summary>
    /// <param name="target">The truth, [n].</param>
    /// <param name="predictions">The predictions, [n].</param>
    public static double RootMeanSquaredError(ReadOnlySpan<double> target, ReadOnlySpan<double> predictions) =>
        Math.Sqrt(SumOfSquares(target, predictions) / target.Length);

    /// <summary>The mean absolute error.</summary>
    /// <param name="target">The truth, [n].</param>
    /// <param name="predictions">The predictions, [n].</param>
    public static double MeanAbsoluteError(ReadOnlySpan<double> target, ReadOnlySpan<double> predictions)
    {
        ScoreOrder.Check(target, predictions);
        var sum = 0.0;
        for (var row = 0; row < target.Length; row++)
        {
            sum += Math.Abs(target[row] - predictions[row]);
        }

        return sum / target.Length;
    }

    /// <summary>R²: 1 less the squared error over that of always answering the mean; negative when worse than the mean.</summary>
    /// <param name="target">The truth, [n], not all equal.</param>
    /// <param name="predictions">The predictions, [n].</param>
    /// <exception cref="NotEstimableException">All targets are equal.</exception>
    public static double Determination(ReadOnlySpan<double> target, ReadOnlySpan<double> predictions)
    {
        var error = SumOfSquares(target, predictions);
        var mean = Mean(target);
        var total = 0.0;
        foreach (var value in target)
        {
            total += (value - mean) * (value - mean);
        }

        return total > 0 ? 1 - (error / total) : throw new NotEstimableException("R² needs targets that differ; all are equal.");
    }

    /// <summary>Spearman's rank correlation: Pearson's of the mean ranks.</summary>
    /// <param name="target">The truth, [n], not all equal.</param>
    /// <param name="predictions">The predictions, [n], not all equal.</param>
    /// <exception cref="NotEstimableException">All targets or all predictions are equal.</exception>
    public static double Spearman(ReadOnlySpan<double> target, ReadOnlySpan<double> predictions)
    {
        ScoreOrder.Check(target, predictions);
        double[] first = MeanRanks(target), second = MeanRanks(predictions);
        double product = 0, firstSquares = 0, secondSquares = 0;
        // The mean of 1 … n, ties or not.
        var mean = (target.Length + 1) / 2.0;
        for (var row = 0; row < first.Length; row++)
        {
            product += (first[row] - mean) * (second[row] - mean);
            firstSquares += (first[row] - mean) * (first[row] - mean);
            secondSquares += (second[row] - mean) * (second[row] - mean);
        }

        return firstSquares > 0 && secondSquares > 0
            ? product / Math.Sqrt(firstSquares * secondSquares)
            : throw new NotEstimableException("A rank correlation needs values that differ; all targets or all predictions are equal.");
    }

    private static double[] MeanRanks(ReadOnlySpan<double> values)
    {
        var order = ScoreOrder.Falling(values);
        var ranks = new double[values.Length];
        for (var start = 0; start < order.Length;)
        {
            var end = start + 1;
            while (end < order.Length && values[order[end]] == values[order[start]])
            {
                end++;
            }

            for (var i = start; i < end; i++)
            {
                ranks[order[i]] = (start + 1 + end) / 2.0;
            }

            start = end;
        }

        return ranks;
    }

    private static double SumOfSquares(ReadOnlySpan<double> target, ReadOnlySpan<double> predictions)
    {
        ScoreOrder.Check(target, predictions);
        var sum = 0.0;
        for (var row = 0; row < target.Length; row++)
        {
            var difference = target[row] - predictions[row];
            sum += difference * difference;
        }

        return sum;
    }

    private static double Mean(ReadOnlySpan<double> values)
    {
        var sum = 0.0;
        foreach (var value in values)
        {
            sum += value;
        }

        return sum / values.Length;
    }
}
