namespace Tessera.Learning.Clustering;

/// <summary>Goes on where Lloyd's algorithm ends: moves single points to other clusters as long as that lowers the inertia.</summary>
/// <remarks>
/// Lloyd compares distances to centres that stay where they are; a move also shifts both centres. Point x moves from a cluster of n points with
/// centre a to one of m points with centre b when n/(n − 1) |x − a|² &gt; m/(m + 1) |x − b|². Every end of it is an end of Lloyd's algorithm too, but
/// not the other way round.
/// <para>Reference: Hartigan (1975), Clustering Algorithms, chapter 4; Telgarsky and Vattani (2010), Hartigan's Method: k-means clustering without
/// Voronoi, AISTATS. O(n k d) a pass.</para>
/// </remarks>
internal sealed class SinglePointMoves(Points points, double[] centres, int[] assigned, int[] counts)
{
    // Moves that gain less than rounding could have made up would go back and forth.
    private const double LeastGain = 1e-12;

    private readonly int clusters = counts.Length;

    /// <summary>Moves points until none gains by it, or for so many passes over all points.</summary>
    /// <returns>Whether any point moved.</returns>
    public bool Run(int mostPasses, CancellationToken cancellationToken)
    {
        var any = false;
        for (var pass = 0; pass < mostPasses; pass++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var moved = false;
            for (var row = 0; row < assigned.Length; row++)
            {
                moved |= TryMove(row);
            }

            any |= moved;
            if (!moved)
            {
                break;
            }
        }

        return any;
    }

    private bool TryMove(int row)
    {
        var own = assigned[row];
        if (counts[own] < 2)
        {
            return false;
        }

        var point = points[row];
        var saved = counts[own] / (counts[own] - 1.0) * Points.SquaredDistance(point, Centre(own));
        var (target, cost) = (own, saved - (LeastGain * saved));
        for (var cluster = 0; cluster < clusters; cluster++)
        {
            if (cluster == own)
            {
                continue;
            }

            var added = counts[cluster] / (counts[cluster] + 1.0) * Points.SquaredDistance(point, Centre(cluster));
            if (added < cost)
            {
                (target, cost) = (cluster, added);
            }
        }

        if (target == own)
        {
            return false;
        }

        Shift(own, point, -1);
        Shift(target, point, 1);
        assigned[row] = target;
        return true;
    }

    private Span<double> Centre(int cluster) => centres.AsSpan(cluster * points.Dimensions, points.Dimensions);

    private void Shift(int cluster, ReadOnlySpan<double> point, int sign)
    {
        counts[cluster] += sign;
        var centre = Centre(cluster);
        for (var i = 0; i < centre.Length; i++)
        {
            centre[i] += sign * (point[i] - centre[i]) / counts[cluster];
        }
    }
}
