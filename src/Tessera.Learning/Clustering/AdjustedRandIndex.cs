namespace Tessera.Learning.Clustering;

/// <summary>How far two partitions of the same rows agree: 1 when equal, about 0 when they have nothing to do with each other.</summary>
/// <remarks>Reference: Hubert and Arabie (1985), Comparing partitions, Journal of Classification 2, equation (5). O(n).</remarks>
public static class AdjustedRandIndex
{
    /// <summary>The index.</summary>
    /// <param name="first">The cluster of each row, [n].</param>
    /// <param name="second">Another cluster of each row, [n].</param>
    /// <exception cref="ArgumentException">The lengths differ.</exception>
    public static double Of(ReadOnlySpan<int> first, ReadOnlySpan<int> second)
    {
        if (first.Length != second.Length)
        {
            throw new ArgumentException($"The partitions are of {first.Length} and {second.Length} rows.", nameof(second));
        }

        var cells = new Dictionary<(int, int), long>();
        var (rows, columns) = (new Dictionary<int, long>(), new Dictionary<int, long>());
        for (var i = 0; i < first.Length; i++)
        {
            cells[(first[i], second[i])] = cells.GetValueOrDefault((first[i], second[i])) + 1;
            rows[first[i]] = rows.GetValueOrDefault(first[i]) + 1;
            columns[second[i]] = columns.GetValueOrDefault(second[i]) + 1;
        }

        var (both, one, other) = (cells.Values.Sum(Pairs), rows.Values.Sum(Pairs), columns.Values.Sum(Pairs));
        var all = Pairs(first.Length);
        var expected = all > 0 ? one * other / all : 0;
        var largest = (one + other) / 2;
        return largest == expected ? 1 : (both - expected) / (largest - expected);
    }

    private static double Pairs(long count) => count * (count - 1.0) / 2;
}
