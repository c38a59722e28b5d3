namespace Tessera.Learning.Clustering;

/// <summary>One run of Lloyd's algorithm from given centres, with Hamerly's bounds: most points are not compared with any centre.</summary>
/// <remarks>
/// Reference: Hamerly (2010), Making k-means even faster, SDM, algorithm 1: u(i) bounds the distance to the own centre from above, l(i) that to the
/// second nearest from below, s(j) is half the distance of a centre to the nearest other. Gives the same clusters as Lloyd (1982), IEEE
/// Transactions on Information Theory 28(2). A cluster that loses all points takes the point farthest from its centre.
/// </remarks>
internal sealed class HamerlyRun
{
    private readonly Points points;
    private readonly int clusters;
    private readonly double[] upper;
    private readonly double[] lower;
    private readonly double[] halfGap;
    private readonly double[] moved;
    private readonly double[] sums;
    private readonly int[] counts;

    public HamerlyRun(Points points, double[] centres)
    {
        this.points = points;
        clusters = centres.Length / points.Dimensions;
        Centres = centres;
        Assigned = new int[points.Count];
        (upper, lower) = (new double[points.Count], new double[points.Count]);
        (halfGap, moved) = (new double[clusters], new double[clusters]);
        (sums, counts) = (new double[centres.Length], new int[clusters]);
    }

    /// <summary>The centres, [k, d].</summary>
    public double[] Centres { get; }

    /// <summary>The cluster of each point, [n].</summary>
    public int[] Assigned { get; }

    /// <summary>The sum of squared distances to the own centre.</summary>
    public double Inertia { get; private set; }

    /// <summary>Rounds taken.</summary>
    public int Iterations { get; private set; }

    /// <summary>Whether no point changed its cluster in the last round.</summary>
    public bool Converged { get; private set; }

    /// <summary>Runs until no point changes its cluster.</summary>
    public void Run(int maximumIterations, CancellationToken cancellationToken)
    {
        for (var row = 0; row < Assigned.Length; row++)
        {
            Compare(row);
        }

        Recount();
        while (Iterations < maximumIterations && !Converged)
        {
            cancellationToken.ThrowIfCancellationRequested();
            Iterations++;
            MoveCentres();
            Loosen();
            Converged = !Reassign();
        }

        Finish();
    }

    /// <summary>Lowers the inertia further by moving single points, see <see cref="SinglePointMoves"/>.</summary>
    public void Refine(int maximumIterations, CancellationToken cancellationToken)
    {
        if (new SinglePointMoves(points, Centres, Assigned, counts).Run(maximumIterations, cancellationToken))
        {
            Finish();
        }
    }

    private ReadOnlySpan<double> Centre(int cluster) => Centres.AsSpan(cluster * points.Dimensions, points.Dimensions);

    private void Compare(int row)
    {
        var point = points[row];
        var (own, nearest, second) = (0, double.PositiveInfinity, double.PositiveInfinity);
        for (var cluster = 0; cluster < clusters; cluster++)
        {
            var distance = Points.SquaredDistance(point, Centre(cluster));
            if (distance < nearest)
            {
                (own, second, nearest) = (cluster, nearest, distance);
            }
            else if (distance < second)
            {
                second = distance;
            }
        }

        (Assigned[row], upper[row], lower[row]) = (own, Math.Sqrt(nearest), Math.Sqrt(second));
    }

    private void Recount()
    {
        Array.Clear(sums);
        Array.Clear(counts);
        for (var row = 0; row < Assigned.Length; row++)
        {
            Shift(row, Assigned[row], 1);
        }
    }

    private void Shift(int row, int cluster, int sign)
    {
        var point = points[row];
        var sum = sums.AsSpan(cluster * point.Length, point.Length);
        for (var i = 0; i < sum.Length; i++)
        {
            sum[i] += sign * point[i];
        }

        counts[cluster] += sign;
    }

    private void MoveCentres()
    {
        for (var cluster = 0; cluster < clusters; cluster++)
        {
            if (counts[cluster] == 0)
            {
                Refill(cluster);
            }
        }

        var next = new double[points.Dimensions];
        for (var cluster = 0; cluster < clusters; cluster++)
        {
            for (var i = 0; i < next.Length; i++)
            {
                next[i] = counts[cluster] > 0 ? sums[(cluster * next.Length) + i] / counts[cluster] : Centre(cluster)[i];
            }

            moved[cluster] = Math.Sqrt(Points.SquaredDistance(next, Centre(cluster)));
            next.CopyTo(Centres, cluster * next.Length);
        }
    }

    private void Refill(int cluster)
    {
        var farthest = 0;
        for (var row = 1; row < Assigned.Length; row++)
        {
            farthest = Distance(row) > Distance(farthest) ? row : farthest;
        }

        Shift(farthest, Assigned[farthest], -1);
        Shift(farthest, cluster, 1);
        Assigned[farthest] = cluster;
        // Nothing is known about its distances any more.
        (upper[farthest], lower[farthest]) = (double.PositiveInfinity, 0);
    }

    private double Distance(int row) => Points.SquaredDistance(points[row], Centre(Assigned[row]));

    private void Loosen()
    {
        var (first, second) = (0, -1);
        for (var cluster = 1; cluster < clusters; cluster++)
        {
            if (moved[cluster] > moved[first])
            {
                (first, second) = (cluster, first);
            }
            else if (second < 0 || moved[cluster] > moved[second])
            {
                second = cluster;
            }
        }

        for (var row = 0; row < Assigned.Length; row++)
        {
            upper[row] += moved[Assigned[row]];
            lower[row] -= Assigned[row] == first ? (second < 0 ? 0 : moved[second]) : moved[first];
        }

        for (var cluster = 0; cluster < clusters; cluster++)
        {
            halfGap[cluster] = double.PositiveInfinity;
            for (var other = 0; other < clusters; other++)
            {
                halfGap[cluster] = other == cluster ? halfGap[cluster] : Math.Min(halfGap[cluster], Math.Sqrt(Points.SquaredDistance(Centre(cluster), Centre(other))) / 2);
            }
        }
    }

    private bool Reassign()
    {
        var changed = false;
        for (var row = 0; row < Assigned.Length; row++)
        {
            var bound = Math.Max(halfGap[Assigned[row]], lower[row]);
            if (upper[row] <= bound)
            {
                continue;
            }

            upper[row] = Math.Sqrt(Distance(row));
            if (upper[row] <= bound)
            {
                continue;
            }

            var before = Assigned[row];
            Compare(row);
            if (Assigned[row] != before)
            {
                Shift(row, before, -1);
                Shift(row, Assigned[row], 1);
                changed = true;
            }
        }

        return changed;
    }

    // The running sums carry the rounding of every change; the last centres are computed afresh.
    private void Finish()
    {
        Recount();
        for (var cluster = 0; cluster < clusters; cluster++)
        {
            for (var i = 0; i < points.Dimensions && counts[cluster] > 0; i++)
            {
                Centres[(cluster * points.Dimensions) + i] = sums[(cluster * points.Dimensions) + i] / counts[cluster];
            }
        }

        Inertia = 0;
        for (var row = 0; row < Assigned.Length; row++)
        {
            Inertia += Distance(row);
        }
    }
}
