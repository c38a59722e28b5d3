using Tessera.Learning.Trees;

namespace Tessera.Learning.Calibration;

/// <summary>Turns scores into probabilities by the rising steps that fit best. Immutable.</summary>
/// <remarks>
/// Reference: Zadrozny and Elkan (2002), Transforming classifier scores, KDD; pool adjacent violators, Ayer et al. (1955), Annals of
/// Mathematical Statistics 26(4). Between two steps it interpolates; outside it keeps the ends. O(n log n).
/// </remarks>
public sealed class IsotonicScaling
{
    private readonly double[] scores;
    private readonly double[] probabilities;

    internal IsotonicScaling(double[] scores, double[] probabilities)
    {
        this.scores = scores;
        this.probabilities = probabilities;
    }

    /// <summary>Fits the steps.</summary>
    /// <param name="scores">Scores of held-out rows, [n], n at least 1; finite.</param>
    /// <param name="target">0 or 1, or any number to be raised to a rising curve, [n].</param>
    public static IsotonicScaling Fit(ReadOnlySpan<double> scores, ReadOnlySpan<double> target)
    {
        if (scores.Length != target.Length || scores.Length == 0)
        {
            throw new ArgumentException($"There are {scores.Length} scores and {target.Length} targets; as many of both are needed, at least one.", nameof(scores));
        }

        var (keys, values) = (scores.ToArray(), target.ToArray());
        Array.Sort(keys, values);
        var blocks = new List<(double Sum, double Weight, double First, double Last)>();
        for (var start = 0; start < keys.Length;)
        {
            // Equal scores share a value whatever happens.
            var end = start;
            var sum = 0.0;
            for (; end < keys.Length && keys[end] == keys[start]; end++)
            {
                sum += values[end];
            }

            blocks.Add((sum, end - start, keys[start], keys[start]));
            while (blocks.Count > 1 && blocks[^2].Sum * blocks[^1].Weight >= blocks[^1].Sum * blocks[^2].Weight)
            {
                var (before, last) = (blocks[^2], blocks[^1]);
                blocks.RemoveAt(blocks.Count - 1);
                blocks[^1] = (before.Sum + last.Sum, before.Weight + last.Weight, before.First, last.Last);
            }

            start = end;
        }

        var ends = blocks.SelectMany(block => block.First == block.Last ? [(block.First, block)] : new[] { (block.First, block), (block.Last, block) }).ToList();
        return new IsotonicScaling([.. ends.Select(end => end.Item1)], [.. ends.Select(end => end.block.Sum / end.block.Weight)]);
    }

    /// <summary>Where the steps begin and end, rising.</summary>
    internal IReadOnlyList<double> Scores => scores;

    /// <summary>The value at each of them.</summary>
    internal IReadOnlyList<double> Probabilities => probabilities;

    /// <summary>The value of a score.</summary>
    /// <param name="score">The score.</param>
    public double Probability(double score)
    {
        var index = Array.BinarySearch(scores, score);
        if (index >= 0)
        {
            return probabilities[index];
        }

        var next = ~index;
        if (next == 0 || next == scores.Length)
        {
            return probabilities[Math.Min(next, scores.Length - 1)];
        }

        var share = (score - scores[next - 1]) / (scores[next] - scores[next - 1]);
        return probabilities[next - 1] + (share * (probabilities[next] - probabilities[next - 1]));
    }

    /// <summary>The value of a score as a SQL expression (ClickHouse).</summary>
    /// <param name="score">The score: a name, because it is written several times.</param>
    internal string ToSql(string score)
    {
        var (x, y) = (Numbers(scores), Numbers(probabilities));
        var between = $"arraySum(i -> {y}[i - 1] + ({score} - {x}[i - 1]) / ({x}[i] - {x}[i - 1]) * ({y}[i] - {y}[i - 1]), [arrayFirstIndex(each -> each > {score}, {x})])";
        return $"multiIf({score} <= {SqlText.Number(scores[0])}, {SqlText.Number(probabilities[0])}, {score} >= {SqlText.Number(scores[^1])}, {SqlText.Number(probabilities[^1])}, {between})";
    }

    private static string Numbers(double[] values) => $"[{string.Join(", ", values.Select(SqlText.Number))}]";
}
