using Tessera.Learning.Data;

namespace Tessera.Learning.Clustering;

/// <summary>Describes clusters by what sets them apart, the most striking first.</summary>
/// <remarks>
/// Reference: Cohen (1988), Statistical Power Analysis for the Behavioral Sciences, 2nd edition: d, equation (2.5.2), with the pooled deviation; h, equation (6.2.1). O(n d).
/// </remarks>
public static class ClusterDescription
{
    /// <summary>The traits of a cluster.</summary>
    /// <param name="features">The rows, n of them; missing values are left out.</param>
    /// <param name="clusters">The cluster of each row, [n].</param>
    /// <param name="cluster">The cluster to describe.</param>
    /// <returns>A trait per number and per category, by falling absolute effect; those without rows on either side are left out.</returns>
    public static IReadOnlyList<ClusterTrait> Of(FeatureFrame features, ReadOnlySpan<int> clusters, int cluster)
    {
        var inside = new bool[clusters.Length];
        for (var row = 0; row < inside.Length; row++)
        {
            inside[row] = clusters[row] == cluster;
        }

        var traits = new List<ClusterTrait>();
        for (var i = 0; i < features.Schema.Count; i++)
        {
            var (feature, values) = (features.Schema[i], features[i].ToArray());
            double[] own = [.. values.Where((value, row) => inside[row] && !double.IsNaN(value))];
            double[] rest = [.. values.Where((value, row) => !inside[row] && !double.IsNaN(value))];
            if (own.Length == 0 || rest.Length == 0)
            {
                continue;
            }

            if (!feature.IsCategorical)
            {
                traits.Add(Number(feature.Name, own, rest));
                continue;
            }

            for (var code = 0; code < feature.Categories.Count; code++)
            {
                var (share, other) = ((double)own.Count(value => value == code) / own.Length, (double)rest.Count(value => value == code) / rest.Length);
                traits.Add(new ClusterTrait(feature.Name, feature.Categories[code], share, other, (2 * Math.Asin(Math.Sqrt(share))) - (2 * Math.Asin(Math.Sqrt(other)))));
            }
        }

        return [.. traits.OrderByDescending(trait => Math.Abs(trait.Effect))];
    }

    private static ClusterTrait Number(string name, double[] own, double[] rest)
    {
        var (mean, other) = (own.Average(), rest.Average());
        var squares = own.Sum(value => (value - mean) * (value - mean)) + rest.Sum(value => (value - other) * (value - other));
        var deviation = Math.Sqrt(squares / Math.Max(1, own.Length + rest.Length - 2));
        var effect = deviation > 0 ? (mean - other) / deviation : mean == other ? 0 : double.PositiveInfinity * Math.Sign(mean - other);
        return new ClusterTrait(name, null, mean, other, effect);
    }
}
