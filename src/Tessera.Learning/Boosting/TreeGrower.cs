using Tessera.Learning.Data;

namespace Tessera.Learning.Boosting;

/// <summary>Grows one tree after another: always splits the leaf that gains most, until there are leaves enough or nothing is gained.</summary>
/// <remarks>
/// The histogram of the smaller side of a split is summed, that of the larger is the difference to the parent's. Complexity per
/// tree: O(m d) for the root and at most half of that per level, with m rows and d features, plus O(leaves · d · bins).
/// <para>Reference: Ke et al. (2017), LightGBM, NeurIPS, section 2.1 and algorithm 1; leaf-wise growth: Shi (2007), Best-first decision
/// tree learning.</para>
/// </remarks>
internal sealed class TreeGrower(BinnedFeatures features, BoostingOptions options, int threads)
{
    // Below this many cells the threads cost more than they bring.
    private const int CellsWorthSharing = 60_000;

    private readonly Stack<long[]> spareHistograms = new();
    // Of each decision of the tree that is grown: a draft lives until the next is begun.
    private readonly byte[]?[] tables = new byte[]?[options.MaximumLeaves];
    private readonly Split[] bestOfSmaller = new Split[features.Groups.Length];
    private readonly Split[] bestOfLarger = new Split[features.Groups.Length];
    private bool[] isUsable = [];
    private FeatureLottery? lottery;
    private SplitRules rules = null!;

    /// <summary>The rows of the tree that was grown last, in the order of its leaves.</summary>
    public RowOrder Order { get; } = new(features.RowCount, threads);

    /// <summary>Grows a tree on the rows and derivatives in <see cref="Order"/>. It holds until the next one is grown.</summary>
    /// <param name="splitRules">What a split is judged by.</param>
    /// <param name="usableFeatures">Which features the tree may ask, [d].</param>
    /// <param name="leafLottery">Draws the features of each leaf; null when every leaf may use all that the tree may.</param>
    public TreeDraft Grow(SplitRules splitRules, bool[] usableFeatures, FeatureLottery? leafLottery = null)
    {
        (rules, isUsable, lottery) = (splitRules, usableFeatures, leafLottery);
        var draft = new TreeDraft();
        var root = Root();
        var candidates = new PriorityQueue<GrowingLeaf, (double NegativeGain, int Age)>();
        var finished = new List<GrowingLeaf>();
        var age = 0;
        Add(root);
        while (candidates.Count > 0)
        {
            var leaf = candidates.Dequeue();
            if (finished.Count + candidates.Count + 1 >= options.MaximumLeaves)
            {
                finished.Add(leaf);
                continue;
            }

            var isLast = finished.Count + candidates.Count + 2 == options.MaximumLeaves;
            var (left, right) = Divide(leaf, draft, isLast);
            Add(left);
            Add(right);
            ReleaseHopeless(candidates, options.MaximumLeaves - finished.Count - candidates.Count);
        }

        // By place, so that neighbouring leaves have neighbouring rows.
        foreach (var leaf in finished.OrderBy(leaf => leaf.Start))
        {
            Attach(draft, leaf.Parent, ~draft.Leaves.Count);
            draft.Leaves.Add(new DraftLeaf(leaf.Start, leaf.Count, leaf.Bounds));
            Release(leaf);
        }

        return draft;

        void Add(GrowingLeaf leaf)
        {
            if (leaf.Split.Exists)
            {
                candidates.Enqueue(leaf, (-leaf.Split.Gain, age++));
            }
            else
            {
                finished.Add(leaf);
                Release(leaf);
            }
        }
    }

    private GrowingLeaf Root()
    {
        var total = 0L;
        for (var i = 0; i < Order.Count; i++)
        {
            total = unchecked(total + Order.Packed[i]);
        }

        var root = new GrowingLeaf { Start = 0, Count = Order.Count, Depth = 0, Total = total, Bounds = OutputBounds.None, Parent = (-1, false) };
        if (MayBeSplit(root))
        {
            root.Histogram = Rent();
            ForGroups(root.Count, group =>
            {
                Fill(root, group);
                bestOfSmaller[group] = FindIn(root, group);
            });
            root.Split = Best(bestOfSmaller);
        }

        return root;
    }

    private (GrowingLeaf Left, GrowingLeaf Right) Divide(GrowingLeaf leaf, TreeDraft draft, bool isLast)
    {
        var split = leaf.Split;
        var node = draft.Nodes.Count;
        var table = tables[node] ??= new byte[256];
        split.FillTable(features.Features[split.Feature].IsCategorical, table);
        draft.Nodes.Add(new DraftNode(split, table));
        Attach(draft, leaf.Parent, node);

        var group = features.GroupOf(split.Feature);
        var leftCount = Order.Partition(leaf.Start, leaf.Count, group, split.Feature - group.FirstFeature, table);
        var (leftBounds, rightBounds) = rules.Directions is null
            ? (leaf.Bounds, leaf.Bounds)
            : leaf.Bounds.Divide(rules.Directions[split.Feature], rules.Output(split.Left, leaf.Bounds), rules.Output(split.Right, leaf.Bounds));
        var left = new GrowingLeaf { Start = leaf.Start, Count = leftCount, Depth = leaf.Depth + 1, Total = split.Left, Bounds = leftBounds, Parent = (node, true) };
        var right = new GrowingLeaf { Start = leaf.Start + leftCount, Count = leaf.Count - leftCount, Depth = leaf.Depth + 1, Total = split.Right, Bounds = rightBounds, Parent = (node, false) };
        if (isLast || (!MayBeSplit(left) && !MayBeSplit(right)))
        {
            Release(leaf);
        }
        else
        {
            var (smaller, larger) = left.Count <= right.Count ? (left, right) : (right, left);
            FindSplits(leaf, smaller, larger);
        }

        return (left, right);
    }

    private void FindSplits(GrowingLeaf parent, GrowingLeaf smaller, GrowingLeaf larger)
    {
        smaller.Histogram = Rent();
        larger.Histogram = parent.Histogram;
        parent.Histogram = null;
        ForGroups(smaller.Count, group =>
        {
            Fill(smaller, group);
            var (start, length) = PartOf(group);
            HistogramKernel.Subtract(larger.Histogram.AsSpan(start, length), smaller.Histogram.AsSpan(start, length));
            bestOfSmaller[group] = MayBeSplit(smaller) ? FindIn(smaller, group) : Split.None;
            bestOfLarger[group] = MayBeSplit(larger) ? FindIn(larger, group) : Split.None;
        });
        smaller.Split = Best(bestOfSmaller);
        larger.Split = Best(bestOfLarger);
    }

    private bool MayBeSplit(GrowingLeaf leaf) =>
        leaf.Count >= 2
        && (options.MaximumDepth == 0 || leaf.Depth < options.MaximumDepth)
        && PackedGradients.HessianOf(leaf.Total) * rules.HessianUnit >= 2 * rules.MinimumChildWeight;

    private void ForGroups(int rows, Action<int> work)
    {
        var cells = ((long)rows * features.Features.Length) + features.HistogramLength;
        WorkSharing.For(features.Groups.Length, cells < CellsWorthSharing ? 1 : threads, work);
    }

    private void Fill(GrowingLeaf leaf, int group) => HistogramKernel.Fill(
        features.Groups[group],
        Order.Rows.AsSpan(leaf.Start, leaf.Count),
        Order.Packed.AsSpan(leaf.Start, leaf.Count),
        leaf.Histogram!,
        PartOf(group).Length);

    private Split FindIn(GrowingLeaf leaf, int groupIndex)
    {
        var group = features.Groups[groupIndex];
        var drawn = lottery?.Draw(leaf.Parent, features.Features.Length);
        var best = Split.None;
        for (var j = 0; j < group.Width; j++)
        {
            var feature = group.FirstFeature + j;
            if (isUsable[feature] && drawn?[feature] != false)
            {
                var bins = features.Features[feature];
                best = Split.Better(best, SplitFinder.Find(leaf.Histogram.AsSpan(group.Offsets[j], bins.Count), leaf.Total, feature, bins.IsCategorical, leaf.Bounds, rules));
            }
        }

        return best;
    }

    private (int Start, int Length) PartOf(int group)
    {
        var start = features.Groups[group].Offsets[0];
        var end = group + 1 < features.Groups.Length ? features.Groups[group + 1].Offsets[0] : features.HistogramLength;
        return (start, end - start);
    }

    private static Split Best(Split[] splits)
    {
        var best = Split.None;
        foreach (var split in splits)
        {
            best = Split.Better(best, split);
        }

        return best;
    }

    private static void Attach(TreeDraft draft, (int Node, bool IsLeft) parent, int child)
    {
        if (parent.Node < 0)
        {
            return;
        }

        if (parent.IsLeft)
        {
            draft.Nodes[parent.Node].Left = child;
        }
        else
        {
            draft.Nodes[parent.Node].Right = child;
        }
    }

    // No more candidates are divided than there is room for leaves: those that come behind need no histogram.
    private void ReleaseHopeless(PriorityQueue<GrowingLeaf, (double NegativeGain, int Age)> candidates, int room)
    {
        var kept = 0;
        foreach (var (leaf, _) in candidates.UnorderedItems)
        {
            kept += leaf.Histogram is null ? 0 : 1;
        }

        for (; kept > Math.Max(room, 0); kept--)
        {
            (GrowingLeaf? Leaf, (double NegativeGain, int Age) Rank) last = (null, (double.NegativeInfinity, 0));
            foreach (var (leaf, rank) in candidates.UnorderedItems)
            {
                last = leaf.Histogram is not null && rank.CompareTo(last.Rank) > 0 ? (leaf, rank) : last;
            }

            Release(last.Leaf!);
        }
    }

    private long[] Rent() => spareHistograms.TryPop(out var histogram) ? histogram : new long[features.HistogramLength];

    private void Release(GrowingLeaf leaf)
    {
        if (leaf.Histogram is { } histogram)
        {
            spareHistograms.Push(histogram);
            leaf.Histogram = null;
        }
    }
}
