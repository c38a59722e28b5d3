using Tessera.Learning.Data;

namespace Tessera.Learning.Clustering;

/// <summary>Moves centres by random batches of rows: each row draws its nearest centre by 1/(rows that the centre has seen).</summary>
/// <remarks>Reference: Sculley (2010), Web-Scale K-Means Clustering, WWW, algorithm 1. O(rounds · batch k d). The start is chosen on three batches.</remarks>
internal static class MiniBatches
{
    private const int BatchesOfStart = 3;

    /// <summary>The centres, [k, d].</summary>
    public static double[] Choose(Points points, KMeansOptions options, SeededRandom random, CancellationToken cancellationToken)
    {
        var d = points.Dimensions;
        var centres = KMeansStart.Choose(Sample(points, Math.Min(points.Count, Math.Max(options.Clusters, BatchesOfStart * options.BatchRows)), random), options.Clusters, random);
        var seen = new long[options.Clusters];
        var nearest = new int[options.BatchRows];
        for (var round = 0; round < options.MaximumIterations; round++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var batch = Sample(points, options.BatchRows, random);
            for (var row = 0; row < nearest.Length; row++)
            {
                nearest[row] = Nearest(centres, batch[row]);
            }

            for (var row = 0; row < nearest.Length; row++)
            {
                var share = 1.0 / ++seen[nearest[row]];
                var centre = centres.AsSpan(nearest[row] * d, d);
                for (var i = 0; i < d; i++)
                {
                    centre[i] += share * (batch[row][i] - centre[i]);
                }
            }
        }

        return centres;
    }

    private static int Nearest(double[] centres, ReadOnlySpan<double> point)
    {
        var (best, least) = (0, double.PositiveInfinity);
        for (var cluster = 0; cluster < centres.Length / point.Length; cluster++)
        {
            var distance = Points.SquaredDistance(point, centres.AsSpan(cluster * point.Length, point.Length));
            if (distance < least)
            {
                (best, least) = (cluster, distance);
            }
        }

        return best;
    }

    // With replacement: batches are small beside the data.
    private static Points Sample(Points points, int count, SeededRandom random)
    {
        var values = new double[count * points.Dimensions];
        for (var row = 0; row < count; row++)
        {
            points[random.NextInt(points.Count)].CopyTo(values.AsSpan(row * points.Dimensions));
        }

        return new Points(values, count, points.Dimensions);
    }
}
