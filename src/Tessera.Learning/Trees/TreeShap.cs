namespace Tessera.Learning.Trees;

/// <summary>Exact Shapley values of a row's features for the score of an ensemble: what each adds to the mean score.</summary>
/// <remarks>
/// The game: with some features known, the value is the expected score when at every decision on an unknown feature both sides
/// are taken, weighted by the training rows that took them.
/// <para>Reference: Lundberg, Erion and Lee (2018), Consistent Individualized Feature Attribution for Tree Ensembles, algorithm 2;
/// its names: m the path of unique features, d feature, z and o the shares of zero and one paths, w the permutation weights.</para>
/// <para>Complexity: O(trees · leaves · depth²) per row. Values and the expected score add up to the score.</para>
/// </remarks>
internal sealed class TreeShap(TreeEnsemble trees)
{
    private readonly int depth = trees.Roots.Length == 0 ? 0 : trees.Roots.Max(root => Depth(trees, root));

    /// <summary>The expected score when nothing is known.</summary>
    public double ExpectedScore => trees.Bias + trees.Roots.Sum(Expected);

    /// <summary>Adds the values of a row's features.</summary>
    /// <param name="row">The row, [d].</param>
    /// <param name="values">Where to, [d].</param>
    public void Explain(ReadOnlySpan<double> row, Span<double> values)
    {
        // One path per depth, the longest one entry longer than the depth.
        var paths = new PathEntry[(depth + 2) * (depth + 3)];
        foreach (var root in trees.Roots)
        {
            Recurse(root, row, values, paths, 0, 0, 1, 1, -1);
        }
    }

    private static int Depth(TreeEnsemble trees, int at) =>
        at < 0 ? 0 : 1 + Math.Max(Depth(trees, trees.Nodes[at].Left), Depth(trees, trees.Nodes[at].Right));

    private double Expected(int at) => at < 0
        ? trees.LeafValues[~at]
        : ((Cover(trees.Nodes[at].Left) * Expected(trees.Nodes[at].Left)) + (Cover(trees.Nodes[at].Right) * Expected(trees.Nodes[at].Right))) / Cover(at);

    private double Cover(int at) => at < 0 ? trees.LeafCovers[~at] : trees.NodeCovers[at];

    private void Recurse(int at, ReadOnlySpan<double> row, Span<double> values, PathEntry[] paths, int start, int length, double zero, double one, int feature)
    {
        Extend(paths.AsSpan(start), length, zero, one, feature);
        if (at < 0)
        {
            for (var i = 1; i <= length; i++)
            {
                var entry = paths[start + i];
                values[entry.Feature] += UnwoundSum(paths.AsSpan(start), length, i) * (entry.One - entry.Zero) * trees.LeafValues[~at];
            }

            return;
        }

        ref readonly var node = ref trees.Nodes[at];
        var (hot, cold) = trees.GoesLeft(node, row[node.Feature]) ? (node.Left, node.Right) : (node.Right, node.Left);
        double incomingZero = 1, incomingOne = 1;
        for (var i = 1; i <= length; i++)
        {
            // A feature asked again: its earlier entry is taken out and its shares multiply.
            if (paths[start + i].Feature == node.Feature)
            {
                (incomingZero, incomingOne) = (paths[start + i].Zero, paths[start + i].One);
                Unwind(paths.AsSpan(start), length, i);
                length--;
                break;
            }
        }

        var next = start + length + 2;
        foreach (var (child, share) in new[] { (hot, incomingOne), (cold, 0.0) })
        {
            paths.AsSpan(start, length + 1).CopyTo(paths.AsSpan(next));
            Recurse(child, row, values, paths, next, length + 1, incomingZero * Cover(child) / Cover(at), share, node.Feature);
        }
    }

    private static void Extend(Span<PathEntry> path, int length, double zero, double one, int feature)
    {
        path[length] = new PathEntry(feature, zero, one, length == 0 ? 1 : 0);
        for (var i = length - 1; i >= 0; i--)
        {
            path[i + 1].Weight += one * path[i].Weight * (i + 1) / (length + 1);
            path[i].Weight = zero * path[i].Weight * (length - i) / (length + 1);
        }
    }

    private static void Unwind(Span<PathEntry> path, int length, int index)
    {
        var (zero, one) = (path[index].Zero, path[index].One);
        var next = path[length].Weight;
        for (var i = length - 1; i >= 0; i--)
        {
            if (one != 0)
            {
                var weight = path[i].Weight;
                path[i].Weight = next * (length + 1) / ((i + 1) * one);
                next = weight - (path[i].Weight * zero * (length - i) / (length + 1));
            }
            else
            {
                path[i].Weight = path[i].Weight * (length + 1) / (zero * (length - i));
            }
        }

        for (var i = index; i < length; i++)
        {
            path[i] = path[i] with { Feature = path[i + 1].Feature, Zero = path[i + 1].Zero, One = path[i + 1].One };
        }
    }

    // The sum of the weights of a path from which one entry is taken out.
    private static double UnwoundSum(ReadOnlySpan<PathEntry> path, int length, int index)
    {
        var (zero, one) = (path[index].Zero, path[index].One);
        var next = path[length].Weight;
        var sum = 0.0;
        for (var i = length - 1; i >= 0; i--)
        {
            if (one != 0)
            {
                var weight = next * (length + 1) / ((i + 1) * one);
                sum += weight;
                next = path[i].Weight - (weight * zero * (length - i) / (length + 1));
            }
            else if (zero != 0)
            {
                sum += path[i].Weight * (length + 1) / (zero * (length - i));
            }
        }

        return sum;
    }

    private record struct PathEntry(int Feature, double Zero, double One, double Weight);
}
