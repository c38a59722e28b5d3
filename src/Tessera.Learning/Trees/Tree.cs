namespace Tessera.Learning.Trees;

/// <summary>One tree, before it is joined to others.</summary>
/// <param name="Nodes">Its decisions, numbered within the tree, children after their parent; none when it is a single leaf.</param>
/// <param name="LeafValues">What each leaf adds.</param>
/// <param name="LeafCovers">The weight of the training rows that reached each leaf.</param>
/// <param name="CategorySets">For each set of categories a bit per code, 64 to a word.</param>
internal sealed record Tree(IReadOnlyList<TreeNode> Nodes, IReadOnlyList<double> LeafValues, IReadOnlyList<double> LeafCovers, IReadOnlyList<ulong[]> CategorySets)
{
    /// <summary>The weight of the training rows that reached each decision.</summary>
    public double[] NodeCovers()
    {
        var covers = new double[Nodes.Count];
        for (var i = covers.Length - 1; i >= 0; i--)
        {
            covers[i] = Cover(Nodes[i].Left) + Cover(Nodes[i].Right);
        }

        return covers;

        double Cover(int child) => child >= 0 ? covers[child] : LeafCovers[~child];
    }

    /// <summary>Joins trees to an ensemble.</summary>
    /// <param name="bias">What every score begins with.</param>
    /// <param name="trees">The trees, in the order in which they are added up.</param>
    /// <param name="scale">What every leaf is multiplied by: 1 for a sum, 1/trees for a mean.</param>
    public static TreeEnsemble Join(double bias, IReadOnlyCollection<Tree> trees, double scale = 1)
    {
        var roots = new List<int>();
        var nodes = new List<TreeNode>();
        int leaves = 0, sets = 0;
        foreach (var tree in trees)
        {
            var firstNode = nodes.Count;
            roots.Add(tree.Nodes.Count == 0 ? ~leaves : firstNode);
            foreach (var node in tree.Nodes)
            {
                nodes.Add(node with
                {
                    Left = Shifted(node.Left, firstNode, leaves),
                    Right = Shifted(node.Right, firstNode, leaves),
                    CategorySet = node.CategorySet < 0 ? -1 : node.CategorySet + sets,
                });
            }

            leaves += tree.LeafValues.Count;
            sets += tree.CategorySets.Count;
        }

        return new TreeEnsemble(
            bias,
            [.. roots],
            [.. nodes],
            [.. trees.SelectMany(tree => tree.NodeCovers())],
            [.. trees.SelectMany(tree => tree.LeafValues.Select(value => value * scale))],
            [.. trees.SelectMany(tree => tree.LeafCovers)],
            [.. trees.SelectMany(tree => tree.CategorySets)]);
    }

    private static int Shifted(int child, int nodes, int leaves) => child >= 0 ? child + nodes : ~(~child + leaves);
}
