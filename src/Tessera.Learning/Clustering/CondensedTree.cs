namespace Tessera.Learning.Clustering;

/// <summary>The hierarchy of clusters by density, without what is smaller than a cluster may be.</summary>
/// <remarks>
/// Campello, Moulavi, Zimek and Sander (2015), ACM TKDD 10(1), section 4 (hierarchy) and 5 (excess of mass): λ = 1/distance; the stability of a cluster is the sum
/// over its rows of λ at which each leaves it less λ at which the cluster appears.
/// </remarks>
internal sealed class CondensedTree
{
    private readonly List<double> births = [];
    private readonly List<int> parents = [];
    private readonly List<double> stabilities = [];
    private readonly int[] clusterOfRow;
    private readonly double[] lambdaOfRow;

    private CondensedTree(int rows)
    {
        clusterOfRow = new int[rows];
        lambdaOfRow = new double[rows];
    }

    /// <summary>Builds the hierarchy from the edges of the spanning tree, the shortest first.</summary>
    public static CondensedTree Of((int First, int Second, double Distance)[] edges, int minimumSize)
    {
        var n = edges.Length + 1;
        // Merges are numbered n … 2n − 2; the last is the root.
        var (left, right, sizes) = (new int[edges.Length], new int[edges.Length], new int[(2 * n) - 1]);
        Array.Fill(sizes, 1, 0, n);
        var top = Enumerable.Range(0, n).ToArray();
        var parent = Enumerable.Range(0, n).ToArray();
        for (var i = 0; i < edges.Length; i++)
        {
            var (a, b) = (Find(edges[i].First), Find(edges[i].Second));
            (left[i], right[i]) = (top[a], top[b]);
            sizes[n + i] = sizes[top[a]] + sizes[top[b]];
            parent[b] = a;
            top[a] = n + i;
        }

        // Distances of 0 between equal rows are as nothing, but have a reciprocal.
        var least = 1e-12 * edges[^1].Distance;
        var tree = new CondensedTree(n);
        tree.Condense(n, left, right, sizes, i => 1 / Math.Max(edges[i].Distance, least), minimumSize);
        return tree;

        int Find(int row)
        {
            while (parent[row] != row)
            {
                parent[row] = parent[parent[row]];
                row = parent[row];
            }

            return row;
        }
    }

    /// <summary>The clusters with the most stability of which none lies in another; the root is none.</summary>
    /// <returns>The cluster of each row, from 0, or −1; how firmly it belongs, 0 to 1; and the density λ at which each cluster appears.</returns>
    public (int[] Assigned, double[] Strengths, double[] Births) Select()
    {
        var count = births.Count;
        var (best, isChosen) = ((double[])[.. stabilities], new bool[count]);
        var below = new double[count];
        for (var cluster = count - 1; cluster > 0; cluster--)
        {
            isChosen[cluster] = best[cluster] >= below[cluster];
            best[cluster] = Math.Max(best[cluster], below[cluster]);
            below[parents[cluster]] += best[cluster];
        }

        // Of nested ones the outermost; parents come before children.
        var chosenAbove = new int[count];
        chosenAbove[0] = -1;
        var numbers = new int[count];
        var chosenBirths = new List<double>();
        for (var cluster = 1; cluster < count; cluster++)
        {
            var above = chosenAbove[parents[cluster]];
            chosenAbove[cluster] = above >= 0 ? above : isChosen[cluster] ? cluster : -1;
            numbers[cluster] = -1;
            if (chosenAbove[cluster] == cluster)
            {
                numbers[cluster] = chosenBirths.Count;
                chosenBirths.Add(births[cluster]);
            }
        }

        int[] assigned = [.. clusterOfRow.Select(cluster => chosenAbove[cluster] >= 0 ? numbers[chosenAbove[cluster]] : -1)];
        var most = new double[Math.Max(1, chosenBirths.Count)];
        for (var row = 0; row < assigned.Length; row++)
        {
            if (assigned[row] >= 0)
            {
                most[assigned[row]] = Math.Max(most[assigned[row]], lambdaOfRow[row]);
            }
        }

        return (assigned, [.. assigned.Select((cluster, row) => cluster < 0 ? 0 : lambdaOfRow[row] / most[cluster])], [.. chosenBirths]);
    }

    private void Condense(int n, int[] left, int[] right, int[] sizes, Func<int, double> lambdaOf, int minimumSize)
    {
        var waiting = new Stack<(int Node, int Cluster)>();
        waiting.Push(((2 * n) - 2, Add(0, -1)));
        while (waiting.TryPop(out var next))
        {
            var lambda = lambdaOf(next.Node - n);
            var parts = Parts(next.Node, n, left, right, lambdaOf);
            var large = parts.Count(part => sizes[part] >= minimumSize);
            foreach (var part in parts)
            {
                if (sizes[part] < minimumSize)
                {
                    Leave(part, n, left, right, next.Cluster, lambda);
                    continue;
                }

                stabilities[next.Cluster] += large > 1 ? sizes[part] * (lambda - births[next.Cluster]) : 0;
                waiting.Push((part, large > 1 ? Add(lambda, next.Cluster) : next.Cluster));
            }
        }
    }

    // Merges at the same distance are one: which of them came first is chance, and must not make clusters.
    private static List<int> Parts(int node, int n, int[] left, int[] right, Func<int, double> lambdaOf)
    {
        var parts = new List<int>();
        var waiting = new Stack<int>([right[node - n], left[node - n]]);
        while (waiting.TryPop(out var next))
        {
            if (next >= n && lambdaOf(next - n) == lambdaOf(node - n))
            {
                waiting.Push(right[next - n]);
                waiting.Push(left[next - n]);
            }
            else
            {
                parts.Add(next);
            }
        }

        return parts;
    }

    private int Add(double birth, int parent)
    {
        births.Add(birth);
        parents.Add(parent);
        stabilities.Add(0);
        return births.Count - 1;
    }

    private void Leave(int node, int n, int[] left, int[] right, int cluster, double lambda)
    {
        var waiting = new Stack<int>([node]);
        while (waiting.TryPop(out var next))
        {
            if (next >= n)
            {
                waiting.Push(left[next - n]);
                waiting.Push(right[next - n]);
                continue;
            }

            (clusterOfRow[next], lambdaOfRow[next]) = (cluster, lambda);
            stabilities[cluster] += lambda - births[cluster];
        }
    }
}
