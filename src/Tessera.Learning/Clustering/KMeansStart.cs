using Tessera.Learning.Data;

namespace Tessera.Learning.Clustering;

/// <summary>Chooses the first centres: greedy k-means++.</summary>
/// <remarks>
/// Reference: Arthur and Vassilvitskii (2007), k-means++: The Advantages of Careful Seeding, SODA, section 2.2; of 2 + ⌊ln k⌋ draws the one is
/// taken that lowers the inertia most, as their section 7 suggests. O(n k d log k).
/// </remarks>
internal static class KMeansStart
{
    /// <summary>The centres, [k, d].</summary>
    public static double[] Choose(Points points, int clusters, SeededRandom random)
    {
        var d = points.Dimensions;
        var centres = new double[clusters * d];
        points[random.NextInt(points.Count)].CopyTo(centres);
        var nearest = new double[points.Count];
        for (var row = 0; row < nearest.Length; row++)
        {
            nearest[row] = Points.SquaredDistance(points[row], centres.AsSpan(0, d));
        }

        var draws = 2 + (int)Math.Log(clusters);
        for (var cluster = 1; cluster < clusters; cluster++)
        {
            double[] best = [];
            var (bestRow, bestInertia) = (0, double.PositiveInfinity);
            for (var draw = 0; draw < draws; draw++)
            {
                var row = Draw(nearest, random);
                var after = WithCentre(points, nearest, row);
                var inertia = after.Sum();
                if (inertia < bestInertia)
                {
                    (best, bestRow, bestInertia) = (after, row, inertia);
                }
            }

            points[bestRow].CopyTo(centres.AsSpan(cluster * d));
            nearest = best;
        }

        return centres;
    }

    private static double[] WithCentre(Points points, double[] nearest, int row)
    {
        var after = new double[nearest.Length];
        for (var i = 0; i < after.Length; i++)
        {
            after[i] = Math.Min(nearest[i], Points.SquaredDistance(points[i], points[row]));
        }

        return after;
    }

    // With probability proportional to the squared distance; any row when all points are centres already.
    private static int Draw(double[] weights, SeededRandom random)
    {
        var rest = random.NextDouble() * weights.Sum();
        for (var i = 0; i < weights.Length; i++)
        {
            rest -= weights[i];
            if (rest < 0)
            {
                return i;
            }
        }

        return random.NextInt(weights.Length);
    }
}
