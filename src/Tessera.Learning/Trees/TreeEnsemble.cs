using System.Runtime.CompilerServices;
using Tessera.Learning.Data;

namespace Tessera.Learning.Trees;

/// <summary>Trees whose leaves are added up, in flat arrays. Immutable.</summary>
/// <remarks>
/// A decision sends numbers up to its threshold and the categories of its set to the left; missing values, and codes beyond
/// the set, go where the decision says.
/// </remarks>
internal sealed class TreeEnsemble
{
    private const int BlockRows = 64;

    private readonly bool[] isNumeric;

    /// <summary>Creates it from its parts, which it owns from then on.</summary>
    /// <param name="bias">What every score begins with.</param>
    /// <param name="roots">For each tree where it begins: a decision, or the complement of a leaf's number.</param>
    /// <param name="nodes">The decisions of all trees.</param>
    /// <param name="nodeCovers">The weight of the training rows that reached each decision.</param>
    /// <param name="leafValues">What each leaf adds.</param>
    /// <param name="leafCovers">The weight of the training rows that reached each leaf.</param>
    /// <param name="categorySets">For each set a bit per code, 64 to a word.</param>
    public TreeEnsemble(double bias, int[] roots, TreeNode[] nodes, double[] nodeCovers, double[] leafValues, double[] leafCovers, ulong[][] categorySets)
    {
        Bias = bias;
        Roots = roots;
        Nodes = nodes;
        NodeCovers = nodeCovers;
        LeafValues = leafValues;
        LeafCovers = leafCovers;
        CategorySets = categorySets;
        isNumeric = [.. Roots.Select(IsNumeric)];
    }

    public double Bias { get; }

    public int[] Roots { get; }

    public TreeNode[] Nodes { get; }

    public double[] NodeCovers { get; }

    public double[] LeafValues { get; }

    public double[] LeafCovers { get; }

    public ulong[][] CategorySets { get; }

    /// <summary>The ensemble of the first trees alone.</summary>
    public TreeEnsemble First(int trees)
    {
        var nodes = Enumerable.Range(trees, Roots.Length - trees).Select(tree => Roots[tree]).Where(root => root >= 0).FirstOrDefault(Nodes.Length);
        return new TreeEnsemble(Bias, Roots[..trees], Nodes[..nodes], NodeCovers[..nodes], LeafValues, LeafCovers, CategorySets);
    }

    /// <summary>The score of a row: the bias and its leaf of every tree, added in the order of the trees.</summary>
    public double Score(ReadOnlySpan<double> row)
    {
        var score = Bias;
        foreach (var root in Roots)
        {
            score += LeafValues[LeafOf(root, row)];
        }

        return score;
    }

    /// <summary>The scores of many rows, equal to those one by one.</summary>
    public double[] Score(FeatureFrame features, int threads)
    {
        var scores = new double[features.RowCount];
        var width = features.Schema.Count;
        WorkSharing.ForBlocks(features.RowCount, BlockRows * 16, threads, (_, from, to) =>
        {
            var block = new double[BlockRows * width];
            for (var start = from; start < to; start += BlockRows)
            {
                var count = Math.Min(BlockRows, to - start);
                Transpose(features, start, count, block);
                ScoreBlock(block, width, scores.AsSpan(start, count));
            }
        });
        return scores;
    }

    /// <summary>The leaf of one tree that a row falls into.</summary>
    public int LeafOf(int root, ReadOnlySpan<double> row)
    {
        var next = root;
        while (next >= 0)
        {
            ref readonly var node = ref Nodes[next];
            next = GoesLeft(node, row[node.Feature]) ? node.Left : node.Right;
        }

        return ~next;
    }

    /// <summary>Whether a value goes left at a decision.</summary>
    public bool GoesLeft(in TreeNode node, double value)
    {
        if (double.IsNaN(value))
        {
            return node.DefaultLeft;
        }

        if (node.CategorySet < 0)
        {
            return value <= node.Threshold;
        }

        var set = CategorySets[node.CategorySet];
        var word = (int)value >> 6;
        return (uint)word < (uint)set.Length ? ((set[word] >> ((int)value & 63)) & 1) != 0 : node.DefaultLeft;
    }

    // Tree by tree over a block of rows that stays in the cache.
    private void ScoreBlock(ReadOnlySpan<double> block, int width, Span<double> scores)
    {
        scores.Fill(Bias);
        Span<int> leaves = stackalloc int[BlockRows];
        for (var tree = 0; tree < Roots.Length; tree++)
        {
            if (isNumeric[tree])
            {
                NumericLeaves(Roots[tree], block, width, leaves[..scores.Length]);
                for (var i = 0; i < scores.Length; i++)
                {
                    scores[i] += LeafValues[leaves[i]];
                }
            }
            else
            {
                for (var i = 0; i < scores.Length; i++)
                {
                    scores[i] += LeafValues[LeafOf(Roots[tree], block.Slice(i * width, width))];
                }
            }
        }
    }

    // All rows go down a level together. Which way a row goes is calculated and not branched on: a processor guesses half of such branches
    // wrongly, and the rows do not wait for one another.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void NumericLeaves(int root, ReadOnlySpan<double> block, int width, Span<int> leaves)
    {
        Span<int> rows = stackalloc int[BlockRows], at = stackalloc int[BlockRows];
        leaves.Fill(~root);
        var active = root < 0 ? 0 : leaves.Length;
        for (var i = 0; i < active; i++)
        {
            (rows[i], at[i]) = (i, root);
        }

        while (active > 0)
        {
            var kept = 0;
            for (var i = 0; i < active; i++)
            {
                var row = rows[i];
                ref readonly var node = ref Nodes[at[i]];
                var value = block[(row * width) + node.Feature];
                var goesLeft = (value <= node.Threshold ? 1 : 0) | ((double.IsNaN(value) ? 1 : 0) & node.FeatureAndDefault);
                var next = node.Right ^ ((node.Left ^ node.Right) & -goesLeft);
                leaves[row] = ~next;
                rows[kept] = row;
                at[kept] = next;
                kept += next >= 0 ? 1 : 0;
            }

            active = kept;
        }
    }

    private bool IsNumeric(int at) => at < 0 || (Nodes[at].CategorySet < 0 && IsNumeric(Nodes[at].Left) && IsNumeric(Nodes[at].Right));

    private static void Transpose(FeatureFrame features, int start, int count, double[] block)
    {
        var width = features.Schema.Count;
        for (var feature = 0; feature < width; feature++)
        {
            var column = features[feature].Slice(start, count);
            for (var i = 0; i < count; i++)
            {
                block[(i * width) + feature] = column[i];
            }
        }
    }
}
