using Tessera.Learning.Data;

namespace Tessera.Learning.Clustering;

/// <summary>How much nearer rows are to their own cluster than to the next: the mean of (b − a)/max(a, b), −1 to 1.</summary>
/// <remarks>
/// Reference: Rousseeuw (1987), Silhouettes, Journal of Computational and Applied Mathematics 20, section 2; a row alone in its cluster counts 0. O(m n d)
/// with a sample of m rows.
/// </remarks>
public static class Silhouette
{
    private const int LargestSample = 2000;

    /// <summary>The mean silhouette; of a seeded sample of 2,000 rows where there are more.</summary>
    /// <param name="features">The rows, n of them.</param>
    /// <param name="clusters">The cluster of each row, [n], from 0.</param>
    /// <param name="seed">Of the sample.</param>
    /// <param name="categoryWeight">γ, what a category that differs counts, in squared units of the numbers; without effect where there are only numbers.</param>
    /// <exception cref="NotEstimableException">There are fewer than two clusters.</exception>
    public static double Mean(FeatureFrame features, ReadOnlySpan<int> clusters, ulong seed = 1, double categoryWeight = 1)
    {
        var points = Points.Of(features, categoryWeight);
        var assigned = clusters.ToArray();
        var sizes = new int[assigned.Length == 0 ? 0 : assigned.Max() + 1];
        foreach (var cluster in assigned)
        {
            sizes[cluster]++;
        }

        if (sizes.Count(size => size > 0) < 2)
        {
            throw new NotEstimableException("A silhouette needs at least two clusters.");
        }

        var rows = Enumerable.Range(0, points.Count).ToArray();
        if (rows.Length > LargestSample)
        {
            new SeededRandom(seed).Shuffle(rows);
            rows = rows[..LargestSample];
        }

        var widths = new double[rows.Length];
        WorkSharing.For(rows.Length, WorkSharing.Threads(0), i => widths[i] = Width(points, assigned, sizes, rows[i]));
        return widths.Average();
    }

    private static double Width(Points points, int[] assigned, int[] sizes, int row)
    {
        var own = assigned[row];
        if (sizes[own] == 1)
        {
            return 0;
        }

        var sums = new double[sizes.Length];
        for (var other = 0; other < assigned.Length; other++)
        {
            sums[assigned[other]] += Math.Sqrt(Points.SquaredDistance(points[row], points[other]));
        }

        var within = sums[own] / (sizes[own] - 1);
        var between = Enumerable.Range(0, sizes.Length).Where(cluster => cluster != own && sizes[cluster] > 0).Min(cluster => sums[cluster] / sizes[cluster]);
        return within == between ? 0 : (between - within) / Math.Max(within, between);
    }
}
