using Tessera.Learning.Boosting;
using Tessera.Learning.Data;
using Tessera.Learning.Trees;

namespace Tessera.Learning.Causal;

/// <summary>Grows one uplift tree, from the root down.</summary>
internal sealed class UpliftTreeGrower(UpliftData data, FeatureBins[] bins, byte[][] cells, UpliftForestOptions options, SeededRandom random)
{
    private readonly List<TreeNode> nodes = [];
    private readonly List<double> values = [];
    private readonly List<double> covers = [];
    private readonly List<ulong[]> sets = [];

    /// <summary>Grows the tree.</summary>
    /// <param name="choosing">The rows that decisions are chosen by.</param>
    /// <param name="estimating">The rows that leaves are estimated on.</param>
    public Tree Grow(int[] choosing, int[] estimating)
    {
        Node(choosing, estimating, 0, Sum(choosing).Effect);
        return new Tree(nodes, values, covers, sets);
    }

    private ArmSums Sum(int[] rows)
    {
        var sums = default(ArmSums);
        foreach (var row in rows)
        {
            sums = sums.With(data.Treated[row], data.Outcome[row]);
        }

        return sums;
    }

    // A leaf with an empty arm has the effect of what it was split from.
    private int Node(int[] choosing, int[] estimating, int depth, double effectAbove)
    {
        var sums = Sum(estimating);
        var effect = double.IsFinite(sums.Effect) ? sums.Effect : effectAbove;
        var split = depth < options.MaximumDepth ? Best(choosing) : null;
        if (split is null)
        {
            values.Add(effect);
            covers.Add(estimating.Length);
            return ~(values.Count - 1);
        }

        var at = nodes.Count;
        nodes.Add(default);
        var (left, right) = (choosing.ToLookup(GoesLeft), estimating.ToLookup(GoesLeft));
        var toLeft = Node([.. left[true]], [.. right[true]], depth + 1, effect);
        var toRight = Node([.. left[false]], [.. right[false]], depth + 1, effect);
        nodes[at] = Decision(split) with { Left = toLeft, Right = toRight };
        return at;

        bool GoesLeft(int row) => split.GoesLeft[cells[split.Feature][row]];
    }

    private TreeNode Decision(UpliftSplit split)
    {
        var feature = bins[split.Feature];
        var missingLeft = split.GoesLeft[FeatureBins.MissingBin];
        var packed = (split.Feature * 2) + (missingLeft ? 1 : 0);
        if (!feature.IsCategorical)
        {
            return new TreeNode(split.LastLeft < feature.Count - 1 ? feature.UpperBound(split.LastLeft) : double.PositiveInfinity, packed, -1, 0, 0);
        }

        var set = new ulong[(feature.BinOfCategory.Length + 63) / 64];
        for (var code = 0; code < feature.BinOfCategory.Length; code++)
        {
            if (split.GoesLeft[feature.BinOfCategory[code]])
            {
                set[code >> 6] |= 1UL << (code & 63);
            }
        }

        sets.Add(set);
        return new TreeNode(0, packed, sets.Count - 1, 0, 0);
    }

    private UpliftSplit? Best(int[] rows)
    {
        UpliftSplit? best = null;
        var features = Enumerable.Range(0, bins.Length).ToArray();
        var drawn = options.Trees == 1 ? features.Length : Math.Max(1, (int)Math.Round(options.ColumnShare * features.Length));
        if (drawn < features.Length)
        {
            random.Shuffle(features);
        }

        foreach (var feature in features.AsSpan(0, Math.Min(drawn, features.Length)))
        {
            var found = Best(rows, feature);
            best = found is not null && found.Gain > (best?.Gain ?? 0) ? found : best;
        }

        return best;
    }

    private UpliftSplit? Best(int[] rows, int feature)
    {
        var histogram = new ArmSums[bins[feature].Count];
        foreach (var row in rows)
        {
            ref var cell = ref histogram[cells[feature][row]];
            cell = cell.With(data.Treated[row], data.Outcome[row]);
        }

        var total = histogram.Aggregate((first, second) => first + second);
        var missing = histogram[FeatureBins.MissingBin];
        var order = Enumerable.Range(1, histogram.Length - 1).ToArray();
        if (bins[feature].IsCategorical)
        {
            // By effect, drawn to that of all where there are few rows.
            order = [.. order.Where(bin => histogram[bin].Rows > 0).OrderBy(bin => Smoothed(histogram[bin], total))];
        }

        UpliftSplit? best = null;
        foreach (var missingLeft in missing.Rows > 0 ? new[] { false, true } : [false])
        {
            var left = missingLeft ? missing : default;
            for (var i = 0; i < order.Length; i++)
            {
                left += histogram[order[i]];
                var right = total - left;
                if (!left.HasArmsOf(options.MinimumArmRows) || !right.HasArmsOf(options.MinimumArmRows))
                {
                    continue;
                }

                var difference = left.Effect - right.Effect;
                var gain = left.Rows * right.Rows / (total.Rows * total.Rows) * difference * difference;
                if (gain > (best?.Gain ?? 0))
                {
                    best = new UpliftSplit(feature, gain, Sides(histogram.Length, order.AsSpan(0, i + 1), missingLeft), order[i]);
                }
            }
        }

        return best;
    }

    private double Smoothed(ArmSums cell, ArmSums total)
    {
        var weight = (double)options.MinimumArmRows;
        var treated = (cell.TreatedSum + (weight * total.TreatedSum / total.TreatedRows)) / (cell.TreatedRows + weight);
        var untreated = (cell.UntreatedSum + (weight * total.UntreatedSum / total.UntreatedRows)) / (cell.UntreatedRows + weight);
        return treated - untreated;
    }

    private static bool[] Sides(int count, ReadOnlySpan<int> left, bool missingLeft)
    {
        var sides = new bool[count];
        foreach (var bin in left)
        {
            sides[bin] = true;
        }

        sides[FeatureBins.MissingBin] = missingLeft;
        return sides;
    }
}
