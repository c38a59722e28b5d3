using Tessera.Learning.Data;

namespace Tessera.Learning.Clustering;

/// <summary>The minimum spanning tree of rows by mutual reachability: max(core of either, distance).</summary>
/// <remarks>Campello, Moulavi and Sander (2013), definitions 2 to 4; the tree by Prim's algorithm with distances computed as they are needed: O(n² d) time, O(n) memory.</remarks>
internal static class ReachabilityTree
{
    /// <summary>The n − 1 edges, the shortest first; equally long ones in the order in which Prim finds them. And the core distance of each row.</summary>
    public static ((int First, int Second, double Distance)[] Edges, double[] Core) Of(Points points, int neighbours, int threads, Action<double> progress, CancellationToken cancellationToken)
    {
        var n = points.Count;
        var core = CoreDistances(points, neighbours, threads, cancellationToken);
        progress(0.5);
        var (nearest, from, isIn) = (new double[n], new int[n], new bool[n]);
        Array.Fill(nearest, double.PositiveInfinity);
        var edges = new (int First, int Second, double Distance)[n - 1];
        var current = 0;
        for (var edge = 0; edge < edges.Length; edge++)
        {
            if (edge % 1024 == 0)
            {
                cancellationToken.ThrowIfCancellationRequested();
                progress(0.5 + (0.5 * edge / edges.Length));
            }

            isIn[current] = true;
            var next = -1;
            for (var row = 0; row < n; row++)
            {
                if (isIn[row])
                {
                    continue;
                }

                var reach = Math.Max(Math.Max(core[current], core[row]), Math.Sqrt(Points.SquaredDistance(points[current], points[row])));
                if (reach < nearest[row])
                {
                    (nearest[row], from[row]) = (reach, current);
                }

                next = next < 0 || nearest[row] < nearest[next] ? row : next;
            }

            edges[edge] = (from[next], next, nearest[next]);
            current = next;
        }

        return ([.. edges.OrderBy(edge => edge.Distance)], core);
    }

    // The distance to the k-th nearest row, the row itself being the first.
    private static double[] CoreDistances(Points points, int neighbours, int threads, CancellationToken cancellationToken)
    {
        var core = new double[points.Count];
        var place = Math.Min(neighbours, points.Count);
        WorkSharing.ForBlocks(points.Count, 64, threads, (_, from, to) =>
        {
            cancellationToken.ThrowIfCancellationRequested();
            // The largest of the nearest so far is on top.
            var nearest = new PriorityQueue<double, double>(place + 1);
            for (var row = from; row < to; row++)
            {
                nearest.Clear();
                for (var other = 0; other < points.Count; other++)
                {
                    var distance = Points.SquaredDistance(points[row], points[other]);
                    if (nearest.Count < place)
                    {
                        nearest.Enqueue(distance, -distance);
                    }
                    else if (distance < nearest.Peek())
                    {
                        nearest.EnqueueDequeue(distance, -distance);
                    }
                }

                core[row] = Math.Sqrt(nearest.Peek());
            }
        });
        return core;
    }
}
