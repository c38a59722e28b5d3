using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Tessera.Learning.Boosting;

/// <summary>Finds the best split of a leaf on one feature from its histogram.</summary>
/// <remarks>
/// A split gains ½ (G_L²/(H_L + λ) + G_R²/(H_R + λ) − G²/(H + λ)). Numbers are cut between bins; categories are ordered by
/// G/(H + smoothing) and cut in that order, which finds the best of all subsets (Fisher 1958, On grouping for maximum
/// homogeneity, JASA 53; for two classes and squared error). Missing values are tried on either side; where the leaf has none
/// they will follow the heavier one. O(bins), for categories O(bins log bins); four cuts at a time.
/// <para>Reference: Chen and Guestrin (2016), XGBoost, KDD, equation (7) and algorithm 3.</para>
/// </remarks>
internal static class SplitFinder
{
    private const int MostBins = 256;

    // Above this many categories a split chooses among enough subsets to need the extra ridge.
    private const int FewCategories = 4;

    // What rounding alone can make of a gain of zero, relative to the objective of the leaf.
    private const double RoundingGain = 1e-12;

    /// <summary>The best split on a feature.</summary>
    /// <param name="histogram">The packed sums of the feature's bins, that of missing values first.</param>
    /// <param name="total">The packed sum of the leaf.</param>
    /// <param name="feature">The feature.</param>
    /// <param name="isCategorical">Whether it is a category.</param>
    /// <param name="bounds">Between what the leaf's values must lie.</param>
    /// <param name="rules">What counts.</param>
    public static Split Find(ReadOnlySpan<long> histogram, long total, int feature, bool isCategorical, OutputBounds bounds, SplitRules rules)
    {
        Span<byte> order = stackalloc byte[MostBins];
        Span<long> prefixes = stackalloc long[MostBins];
        var used = isCategorical ? OrderCategories(histogram, rules, order) : OrderNumbers(histogram, order);
        var sum = 0L;
        for (var i = 0; i < used; i++)
        {
            sum += histogram[order[i]];
            prefixes[i] = sum;
        }

        var missing = histogram[FeatureBins.MissingBin];
        var l2 = isCategorical && used > FewCategories ? rules.L2 + rules.CategoryL2 : rules.L2;
        var cut = new Cut(total, l2, rules, bounds, rules.Directions?[feature]);

        // With missing values on the right, all others may go left; without any, that would be no split.
        var right = cut.Best(prefixes[..(missing == 0 ? Math.Max(0, used - 1) : used)], 0);
        var left = missing == 0 ? (Index: -1, Gain: double.NegativeInfinity) : cut.Best(prefixes[..Math.Max(0, used - 1)], missing);
        var missingLeft = left.Gain > right.Gain;
        var (index, gain) = missingLeft ? left : right;
        if (index < 0 || gain <= Math.Max(rules.MinimumGain, RoundingGain * cut.Objective))
        {
            return Split.None;
        }

        var leftSum = prefixes[index] + (missingLeft ? missing : 0);
        var rightSum = total - leftSum;
        var defaultLeft = missing == 0 ? PackedGradients.HessianOf(leftSum) >= PackedGradients.HessianOf(rightSum) : missingLeft;
        var categories = isCategorical ? LeftCategories(order[..used], index, histogram.Length, defaultLeft) : default;
        return new Split(gain, feature, order[index], categories, defaultLeft, leftSum, rightSum);
    }

    private static int OrderNumbers(ReadOnlySpan<long> histogram, Span<byte> order)
    {
        for (var bin = 1; bin < histogram.Length; bin++)
        {
            order[bin - 1] = (byte)bin;
        }

        return histogram.Length - 1;
    }

    private static int OrderCategories(ReadOnlySpan<long> histogram, SplitRules rules, Span<byte> order)
    {
        Span<double> keys = stackalloc double[MostBins];
        var used = 0;
        for (var bin = 1; bin < histogram.Length; bin++)
        {
            if (histogram[bin] != 0)
            {
                keys[used] = PackedGradients.GradientOf(histogram[bin]) / ((PackedGradients.HessianOf(histogram[bin]) * rules.HessianUnit) + rules.CategorySmoothing);
                order[used++] = (byte)bin;
            }
        }

        keys[..used].Sort(order[..used]);
        return used;
    }

    // Categories of which the leaf has no row go with the missing values.
    private static BinSet LeftCategories(ReadOnlySpan<byte> order, int lastLeft, int bins, bool defaultLeft)
    {
        var left = default(BinSet);
        var present = default(BinSet);
        for (var i = 0; i < order.Length; i++)
        {
            left = i <= lastLeft ? left.With(order[i]) : left;
            present = present.With(order[i]);
        }

        for (var bin = 1; bin < bins && defaultLeft; bin++)
        {
            left = present.Contains(bin) ? left : left.With(bin);
        }

        return left;
    }

    /// <summary>Judges cuts of one leaf on one feature.</summary>
    private readonly ref struct Cut
    {
        private readonly double gradient;
        private readonly double hessian;
        private readonly double l2;
        private readonly SplitRules rules;
        private readonly OutputBounds bounds;
        private readonly int? direction;

        public Cut(long total, double l2, SplitRules rules, OutputBounds bounds, int? direction)
        {
            gradient = PackedGradients.GradientOf(total) * rules.GradientUnit;
            hessian = PackedGradients.HessianOf(total) * rules.HessianUnit;
            this.l2 = l2;
            this.rules = rules;
            this.bounds = bounds;
            this.direction = direction;
            Objective = direction is null ? gradient * gradient / (hessian + rules.L2) : Lowered(gradient, hessian, bounds.Clamp(-gradient / (hessian + rules.L2)), rules.L2);
        }

        /// <summary>Twice what the leaf as a whole lowers the objective by.</summary>
        public double Objective { get; }

        /// <summary>The best of the given left sides, each with an extra sum added; the first of equals.</summary>
        public (int Index, double Gain) Best(ReadOnlySpan<long> lefts, long extra) => direction is null ? BestFree(lefts, extra) : BestBounded(lefts, extra);

        [MethodImpl(MethodImplOptions.AggressiveOptimization)]
        private (int Index, double Gain) BestFree(ReadOnlySpan<long> lefts, long extra)
        {
            var best = Vector256.Create(double.NegativeInfinity);
            var bestIndex = Vector256.Create(-1L);
            var index = Vector256.Create(0L, 1, 2, 3);
            var i = 0;
            for (; i + Vector256<long>.Count <= lefts.Length; i += Vector256<long>.Count)
            {
                Keep(Vector256.LoadUnsafe(ref MemoryMarshal.GetReference(lefts), (nuint)i), extra, index, ref best, ref bestIndex);
                index += Vector256.Create(4L);
            }

            if (i < lefts.Length)
            {
                Span<long> rest = stackalloc long[Vector256<long>.Count];
                // Zeros leave one side empty, which is never allowed.
                rest.Fill(-extra);
                lefts[i..].CopyTo(rest);
                Keep(Vector256.Create((ReadOnlySpan<long>)rest), extra, index, ref best, ref bestIndex);
            }

            var (found, gain) = (-1, double.NegativeInfinity);
            for (var lane = 0; lane < Vector256<long>.Count; lane++)
            {
                if (best[lane] > gain || (best[lane] == gain && bestIndex[lane] >= 0 && bestIndex[lane] < found))
                {
                    (found, gain) = ((int)bestIndex[lane], best[lane]);
                }
            }

            return (found, gain);
        }

        private void Keep(Vector256<long> left, long extra, Vector256<long> index, ref Vector256<double> best, ref Vector256<long> bestIndex)
        {
            left += Vector256.Create(extra);
            var leftGradient = Vector256.ConvertToDouble(left >> 32) * rules.GradientUnit;
            var leftHessian = Vector256.ConvertToDouble(left & Vector256.Create((long)uint.MaxValue)) * rules.HessianUnit;
            var rightGradient = Vector256.Create(gradient) - leftGradient;
            var rightHessian = Vector256.Create(hessian) - leftHessian;
            var ridge = Vector256.Create(l2);
            var gain = ((leftGradient * leftGradient / (leftHessian + ridge)) + (rightGradient * rightGradient / (rightHessian + ridge)) - Vector256.Create(Objective)) * 0.5;
            var least = Vector256.Create(rules.MinimumChildWeight);
            var allowed = Vector256.GreaterThanOrEqual(leftHessian, least) & Vector256.GreaterThanOrEqual(rightHessian, least)
                & Vector256.GreaterThan(leftHessian, Vector256<double>.Zero) & Vector256.GreaterThan(rightHessian, Vector256<double>.Zero);
            var better = Vector256.GreaterThan(gain, best) & allowed;
            best = Vector256.ConditionalSelect(better, gain, best);
            bestIndex = Vector256.ConditionalSelect(better.AsInt64(), index, bestIndex);
        }

        // With monotone features somewhere in the model a leaf's value may be bounded, and then the short formula does not hold.
        private (int Index, double Gain) BestBounded(ReadOnlySpan<long> lefts, long extra)
        {
            var best = (Index: -1, Gain: double.NegativeInfinity);
            for (var i = 0; i < lefts.Length; i++)
            {
                var leftGradient = PackedGradients.GradientOf(lefts[i] + extra) * rules.GradientUnit;
                var leftHessian = PackedGradients.HessianOf(lefts[i] + extra) * rules.HessianUnit;
                var (rightGradient, rightHessian) = (gradient - leftGradient, hessian - leftHessian);
                if (!(leftHessian > 0 && rightHessian > 0 && leftHessian >= rules.MinimumChildWeight && rightHessian >= rules.MinimumChildWeight))
                {
                    continue;
                }

                var left = bounds.Clamp(-leftGradient / (leftHessian + l2));
                var right = bounds.Clamp(-rightGradient / (rightHessian + l2));
                var gain = (Lowered(leftGradient, leftHessian, left, l2) + Lowered(rightGradient, rightHessian, right, l2) - Objective) * 0.5;
                if (direction * (right - left) >= 0 && gain > best.Gain)
                {
                    best = (i, gain);
                }
            }

            return best;
        }

        // −2 (G w + ½ (H + λ) w²), which is G²/(H + λ) at the unbounded w.
        private static double Lowered(double gradient, double hessian, double output, double l2) =>
            -((2 * gradient * output) + ((hessian + l2) * output * output));
    }
}
