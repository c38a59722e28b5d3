using Tessera.Learning.Trees;

namespace Tessera.Learning.Boosting;

/// <summary>Turns a tree in terms of bins into one in terms of values.</summary>
internal static class DraftCompiler
{
    /// <summary>The tree; its decisions are the same for every value that was seen in training.</summary>
    public static Tree Compile(TreeDraft draft, FeatureBins[] features)
    {
        var sets = new List<ulong[]>();
        var nodes = new List<TreeNode>();
        foreach (var node in draft.Nodes)
        {
            var (feature, bins) = (node.Split.Feature, features[node.Split.Feature]);
            var set = -1;
            var threshold = 0.0;
            if (bins.IsCategorical)
            {
                set = sets.Count;
                sets.Add(CategorySet(node, bins));
            }
            else
            {
                threshold = node.Split.Bin < bins.Count - 1 ? bins.UpperBound(node.Split.Bin) : double.PositiveInfinity;
            }

            nodes.Add(new TreeNode(threshold, (feature * 2) + (node.Split.DefaultLeft ? 1 : 0), set, node.Left, node.Right));
        }

        return new Tree(nodes, [.. draft.Leaves.Select(leaf => leaf.Value)], [.. draft.Leaves.Select(leaf => leaf.Cover)], sets);
    }

    private static ulong[] CategorySet(DraftNode node, FeatureBins bins)
    {
        var set = new ulong[(bins.BinOfCategory.Length + 63) / 64];
        for (var code = 0; code < bins.BinOfCategory.Length; code++)
        {
            if (node.GoesLeft[bins.BinOfCategory[code]] == 1)
            {
                set[code >> 6] |= 1UL << (code & 63);
            }
        }

        return set;
    }
}
