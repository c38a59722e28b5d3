namespace Tessera.Learning.Boosting;

/// <summary>The quantile of weighted values.</summary>
internal static class WeightedQuantile
{
    /// <summary>The least value with at least the given share of the weight at or below it. Sorts its arguments.</summary>
    public static double Of(double[] values, double[] weights, double level)
    {
        Array.Sort(values, weights);
        var total = weights.Sum();
        var below = 0.0;
        for (var i = 0; i < values.Length; i++)
        {
            below += weights[i];
            if (below >= level * total)
            {
                return values[i];
            }
        }

        return values[^1];
    }
}
