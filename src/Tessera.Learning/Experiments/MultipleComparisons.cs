namespace Tessera.Learning.Experiments;

/// <summary>P-values adjusted for how many were looked at.</summary>
public static class MultipleComparisons
{
    /// <summary>Holm's step-down adjustment: keeps the probability of any false discovery. O(n log n).</summary>
    /// <remarks>Reference: Holm (1979), A Simple Sequentially Rejective Multiple Test Procedure, Scandinavian Journal of Statistics 6(2).</remarks>
    /// <param name="pValues">P-values, 0 to 1, in any order.</param>
    /// <returns>Adjusted ones in the same order, at most 1.</returns>
    public static double[] Holm(IReadOnlyList<double> pValues)
    {
        var order = Order(pValues);
        var adjusted = new double[order.Length];
        var largest = 0.0;
        for (var rank = 0; rank < order.Length; rank++)
        {
            largest = Math.Max(largest, Math.Min(1, (order.Length - rank) * pValues[order[rank]]));
            adjusted[order[rank]] = largest;
        }

        return adjusted;
    }

    /// <summary>Benjamini and Hochberg's step-up adjustment: keeps the expected share of false ones among the discoveries. O(n log n).</summary>
    /// <remarks>Reference: Benjamini and Hochberg (1995), Controlling the False Discovery Rate, Journal of the Royal Statistical Society B 57(1), section 3.1.</remarks>
    /// <param name="pValues">P-values, 0 to 1, in any order.</param>
    /// <returns>Adjusted ones in the same order, at most 1.</returns>
    public static double[] BenjaminiHochberg(IReadOnlyList<double> pValues)
    {
        var order = Order(pValues);
        var adjusted = new double[order.Length];
        var smallest = 1.0;
        for (var rank = order.Length - 1; rank >= 0; rank--)
        {
            smallest = Math.Min(smallest, order.Length / (rank + 1.0) * pValues[order[rank]]);
            adjusted[order[rank]] = smallest;
        }

        return adjusted;
    }

    private static int[] Order(IReadOnlyList<double> pValues)
    {
        ArgumentNullException.ThrowIfNull(pValues);
        if (pValues.Any(value => !(value is >= 0 and <= 1)))
        {
            throw new ArgumentException("A p-value lies between 0 and 1.", nameof(pValues));
        }

        return [.. Enumerable.Range(0, pValues.Count).OrderBy(i => pValues[i])];
    }
}
