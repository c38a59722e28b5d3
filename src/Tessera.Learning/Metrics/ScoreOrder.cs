namespace Tessera.Learning.Metrics;

/// <summary>Checks and orders what the metrics share.</summary>
internal static class ScoreOrder
{
    /// <summary>Row numbers by falling score; equal scores in the order of the rows.</summary>
    public static int[] Falling(ReadOnlySpan<double> scores)
    {
        var keys = new double[scores.Length];
        var rows = new int[scores.Length];
        for (var row = 0; row < keys.Length; row++)
        {
            keys[row] = -scores[row];
            rows[row] = row;
        }

        StableSort(keys, rows);
        return rows;
    }

    /// <summary>Sorts keys ascending together with their rows; equal keys keep the order of the rows.</summary>
    public static void StableSort(double[] keys, int[] rows)
    {
        Array.Sort(keys, rows);
        for (var start = 0; start < keys.Length;)
        {
            var end = start + 1;
            while (end < keys.Length && keys[end] == keys[start])
            {
                end++;
            }

            if (end - start > 1)
            {
                Array.Sort(rows, start, end - start);
            }

            start = end;
        }
    }

    /// <summary>Refuses lengths that differ, no rows, and scores that are no numbers.</summary>
    public static void Check(ReadOnlySpan<double> target, ReadOnlySpan<double> scores)
    {
        if (target.Length != scores.Length)
        {
            throw new ArgumentException($"There are {target.Length} targets and {scores.Length} predictions.", nameof(scores));
        }

        if (target.Length == 0)
        {
            throw new NotEstimableException("There is no row to evaluate on.");
        }

        foreach (var score in scores)
        {
            if (double.IsNaN(score))
            {
                throw new ArgumentException("A prediction is not a number.", nameof(scores));
            }
        }
    }

    /// <summary>As <see cref="Check"/>; the target must be 0 or 1 with at least one of each. Answers with the number of ones.</summary>
    public static int CheckBinary(ReadOnlySpan<double> target, ReadOnlySpan<double> scores)
    {
        Check(target, scores);
        var ones = 0;
        foreach (var value in target)
        {
            ones += value is 0 or 1 ? (int)value : throw new ArgumentException($"A target is {value}; a class is 0 or 1.", nameof(target));
        }

        return ones > 0 && ones < target.Length
            ? ones
            : throw new NotEstimableException($"All {target.Length} rows have the same class: nothing can be said about telling two apart.");
    }
}
