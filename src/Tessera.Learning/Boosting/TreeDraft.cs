namespace Tessera.Learning.Boosting;

/// <summary>A grown tree in terms of bins.</summary>
internal sealed class TreeDraft
{
    /// <summary>The decisions, the root first.</summary>
    public List<DraftNode> Nodes { get; } = [];

    /// <summary>The leaves.</summary>
    public List<DraftLeaf> Leaves { get; } = [];

    /// <summary>The leaf that a row falls into.</summary>
    public int LeafOf(BinnedFeatures features, int row)
    {
        var next = Nodes.Count == 0 ? ~0 : 0;
        while (next >= 0)
        {
            var node = Nodes[next];
            var group = features.GroupOf(node.Split.Feature);
            var bin = group.Bins[((long)row * group.Width) + node.Split.Feature - group.FirstFeature];
            next = node.GoesLeft[bin] == 1 ? node.Left : node.Right;
        }

        return ~next;
    }
}
