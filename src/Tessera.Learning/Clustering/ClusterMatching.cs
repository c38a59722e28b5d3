namespace Tessera.Learning.Clustering;

/// <summary>Matches the clusters of a new fit with those of the one before, so that a cluster keeps its identity.</summary>
/// <remarks>
/// The pairs are those that keep the most rows in their cluster: an assignment problem, solved by the Hungarian method (Kuhn 1955, Naval Research Logistics
/// Quarterly 2; with potentials, O(k³)). A pair that shares less than half of the smaller cluster is none: that cluster is new.
/// </remarks>
public static class ClusterMatching
{
    private const double LeastShare = 0.5;

    /// <summary>Matches.</summary>
    /// <param name="before">The cluster that each row had, [n]; negative for none.</param>
    /// <param name="after">The cluster that each row has now, [n]; negative for none.</param>
    /// <returns>For each cluster of now the one it continues, or −1 where it is new.</returns>
    /// <exception cref="ArgumentException">The lengths differ.</exception>
    public static IReadOnlyList<int> Match(ReadOnlySpan<int> before, ReadOnlySpan<int> after)
    {
        if (before.Length != after.Length)
        {
            throw new ArgumentException($"There are {before.Length} rows before and {after.Length} after.", nameof(after));
        }

        var (old, now) = (Count(before), Count(after));
        var size = Math.Max(old, now);
        var shared = new int[size, size];
        var (oldSizes, newSizes) = (new int[size], new int[size]);
        for (var row = 0; row < after.Length; row++)
        {
            if (before[row] >= 0)
            {
                oldSizes[before[row]]++;
            }

            if (after[row] >= 0)
            {
                newSizes[after[row]]++;
            }

            if (before[row] >= 0 && after[row] >= 0)
            {
                shared[after[row], before[row]]++;
            }
        }

        var assigned = Largest(shared, size);
        return [.. Enumerable.Range(0, now).Select(cluster =>
        {
            var other = assigned[cluster];
            var smaller = Math.Min(oldSizes[other], newSizes[cluster]);
            return smaller > 0 && shared[cluster, other] >= LeastShare * smaller ? other : -1;
        })];
    }

    private static int Count(ReadOnlySpan<int> clusters)
    {
        var largest = -1;
        foreach (var cluster in clusters)
        {
            largest = Math.Max(largest, cluster);
        }

        return largest + 1;
    }

    // Rows and columns from 1, as shortest augmenting paths are usually written; the costs are the negative of what is shared.
    private static int[] Largest(int[,] shared, int size)
    {
        var (rowPotential, columnPotential) = (new double[size + 1], new double[size + 1]);
        var (rowOf, previous) = (new int[size + 1], new int[size + 1]);
        for (var row = 1; row <= size; row++)
        {
            rowOf[0] = row;
            var column = 0;
            var least = new double[size + 1];
            Array.Fill(least, double.PositiveInfinity);
            var used = new bool[size + 1];
            do
            {
                used[column] = true;
                var (next, delta) = (0, double.PositiveInfinity);
                for (var j = 1; j <= size; j++)
                {
                    if (used[j])
                    {
                        continue;
                    }

                    var cost = -shared[rowOf[column] - 1, j - 1] - rowPotential[rowOf[column]] - columnPotential[j];
                    if (cost < least[j])
                    {
                        (least[j], previous[j]) = (cost, column);
                    }

                    if (least[j] < delta)
                    {
                        (next, delta) = (j, least[j]);
                    }
                }

                for (var j = 0; j <= size; j++)
                {
                    if (used[j])
                    {
                        rowPotential[rowOf[j]] += delta;
                        columnPotential[j] -= delta;
                    }
                    else
                    {
                        least[j] -= delta;
                    }
                }

                column = next;
            }
            while (rowOf[column] != 0);

            while (column != 0)
            {
                rowOf[column] = rowOf[previous[column]];
                column = previous[column];
            }
        }

        var assigned = new int[size];
        for (var j = 1; j <= size; j++)
        {
            assigned[rowOf[j] - 1] = j - 1;
        }

        return assigned;
    }
}
