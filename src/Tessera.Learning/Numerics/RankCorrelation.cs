namespace Tessera.Learning.Numerics;

/// <summary>Correlations of two lists of numbers.</summary>
internal static class RankCorrelation
{
    /// <summary>Spearman's correlation: that of the ranks, ties sharing their mean rank. Not-a-number where either list is constant. O(n log n).</summary>
    public static double Spearman(ReadOnlySpan<double> one, ReadOnlySpan<double> other) => Pearson(Ranks(one), Ranks(other));

    /// <summary>Pearson's correlation. Not-a-number where either list is constant. O(n).</summary>
    public static double Pearson(ReadOnlySpan<double> one, ReadOnlySpan<double> other)
    {
        double meanOne = 0, meanOther = 0;
        for (var i = 0; i < one.Length; i++)
        {
            meanOne += (one[i] - meanOne) / (i + 1);
            meanOther += (other[i] - meanOther) / (i + 1);
        }

        double both = 0, squareOne = 0, squareOther = 0;
        for (var i = 0; i < one.Length; i++)
        {
            var (x, y) = (one[i] - meanOne, other[i] - meanOther);
            both += x * y;
            squareOne += x * x;
            squareOther += y * y;
        }

        return squareOne > 0 && squareOther > 0 ? both / Math.Sqrt(squareOne * squareOther) : double.NaN;
    }

    /// <summary>Ranks from 1, ties sharing their mean. O(n log n).</summary>
    public static double[] Ranks(ReadOnlySpan<double> values)
    {
        var order = new int[values.Length];
        for (var i = 0; i < order.Length; i++)
        {
            order[i] = i;
        }

        var sorted = values.ToArray();
        Array.Sort(sorted, order);
        var ranks = new double[values.Length];
        for (int start = 0, end; start < sorted.Length; start = end)
        {
            end = start + 1;
            while (end < sorted.Length && sorted[end] == sorted[start])
            {
                end++;
            }

            for (var i = start; i < end; i++)
            {
                ranks[order[i]] = (start + end + 1) / 2.0;
            }
        }

        return ranks;
    }
}
