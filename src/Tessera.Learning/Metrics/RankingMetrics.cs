namespace Tessera.Learning.Metrics;

/// <summary>How well scores put the rows of class 1 before those of class 0. Only their order matters.</summary>
/// <remarks>
/// Targets are 0 or 1, [n], with at least one of each (else <see cref="NotEstimableException"/>); scores are numbers, [n], and
/// ties share fairly. O(n log n).
/// </remarks>
public static class RankingMetrics
{
    /// <summary>The area under the receiver operating characteristic: the chance that a random 1 scores above a random 0, ties half.</summary>
    /// <remarks>Reference: Hanley and McNeil (1982), Radiology 143(1): equal to the Mann-Whitney statistic by mean ranks.</remarks>
    /// <param name="target">0 or 1, [n].</param>
    /// <param name="scores">The scores, [n].</param>
    public static double AreaUnderCurve(ReadOnlySpan<double> target, ReadOnlySpan<double> scores)
    {
        var ones = ScoreOrder.CheckBinary(target, scores);
        var order = ScoreOrder.Falling(scores);
        double wins = 0, onesBefore = 0;
        for (var start = 0; start < order.Length;)
        {
            var (end, onesTied) = Tie(order, start, target, scores);
            double zerosTied = end - start - onesTied;
            wins += zerosTied * (onesBefore + (0.5 * onesTied));
            onesBefore += onesTied;
            start = end;
        }

        return wins / ((double)ones * (target.Length - ones));
    }

    /// <summary>Average precision: Σ (Rᵢ − Rᵢ₋₁) Pᵢ over the distinct scores from the top, R recall and P precision down to there.</summary>
    /// <param name="target">0 or 1, [n].</param>
    /// <param name="scores">The scores, [n].</param>
    public static double AveragePrecision(ReadOnlySpan<double> target, ReadOnlySpan<double> scores)
    {
        var ones = ScoreOrder.CheckBinary(target, scores);
        var order = ScoreOrder.Falling(scores);
        double sum = 0, found = 0;
        for (var start = 0; start < order.Length;)
        {
            var (end, onesTied) = Tie(order, start, target, scores);
            found += onesTied;
            sum += onesTied * found / end;
            start = end;
        }

        return sum / ones;
    }

    /// <summary>How many times the overall rate of 1 the best-scored share of the rows has.</summary>
    /// <remarks>The share is ⌈share · n⌉ rows; where its edge cuts through equal scores, they count by their mean.</remarks>
    /// <param name="target">0 or 1, [n].</param>
    /// <param name="scores">The scores, [n].</param>
    /// <param name="share">In (0, 1]; 0.1 for the lift at 10 %.</param>
    public static double Lift(ReadOnlySpan<double> target, ReadOnlySpan<double> scores, double share = 0.1)
    {
        if (!(share > 0 && share <= 1))
        {
            throw new ArgumentOutOfRangeException(nameof(share), share, "The share is above 0 and at most 1.");
        }

        var ones = ScoreOrder.CheckBinary(target, scores);
        var order = ScoreOrder.Falling(scores);
        // A share of 0.1 of 10 rows is one row, also where 0.1 · 10 rounds to a little more.
        var top = (int)Math.Ceiling((share * target.Length) - 1e-9);
        var found = 0.0;
        for (var start = 0; start < top;)
        {
            var (end, onesTied) = Tie(order, start, target, scores);
            found += end <= top ? onesTied : onesTied * (double)(top - start) / (end - start);
            start = end;
        }

        return found / top / ((double)ones / target.Length);
    }

    // The rows with the same score as the one at the start: where they end, and how many ones are among them.
    private static (int End, int Ones) Tie(int[] order, int start, ReadOnlySpan<double> target, ReadOnlySpan<double> scores)
    {
        var score = scores[order[start]];
        var ones = 0;
        var end = start;
        for (; end < order.Length && scores[order[end]] == score; end++)
        {
            ones += (int)target[order[end]];
        }

        return (end, ones);
    }
}
