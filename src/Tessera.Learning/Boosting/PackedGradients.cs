using Tessera.Learning.Data;

namespace Tessera.Learning.Boosting;

/// <summary>Gradient and hessian of a row as one whole number, so that sums of them are exact whatever their order.</summary>
/// <remarks>
/// The gradient stands in the upper 32 bits, signed, the hessian in the lower 32, each multiplied by a power of two as large as
/// the sum over all rows allows. One addition adds both; no carry passes between them because no sum of hessians reaches 2³².
/// The rounding of one row is below 2⁻³⁰ of the sum over all rows: enough to choose splits by. Leaf values are computed from the
/// unrounded derivatives.
/// <para>Reference: the idea of integer histograms is that of Shi et al. (2022), Quantized Training of Gradient Boosting Decision Trees,
/// NeurIPS; here with 32 bits, rounded to nearest.</para>
/// </remarks>
internal sealed class PackedGradients
{
    private const int BlockRows = 1 << 14;

    private PackedGradients(double gradientUnit, double hessianUnit)
    {
        GradientUnit = gradientUnit;
        HessianUnit = hessianUnit;
    }

    /// <summary>What one in the upper half stands for.</summary>
    public double GradientUnit { get; }

    /// <summary>What one in the lower half stands for.</summary>
    public double HessianUnit { get; }

    /// <summary>The gradient of a packed sum, in units.</summary>
    public static double GradientOf(long packed) => packed >> 32;

    /// <summary>The hessian of a packed sum, in units.</summary>
    public static double HessianOf(long packed) => (uint)(packed & uint.MaxValue);

    /// <summary>Packs the derivatives of some rows.</summary>
    /// <param name="gradients">By row, [n].</param>
    /// <param name="hessians">By row, [n], none negative.</param>
    /// <param name="rows">The rows, at least m of them.</param>
    /// <param name="count">m.</param>
    /// <param name="packed">Where to, [m], in the order of the rows.</param>
    /// <param name="threads">Threads.</param>
    public static PackedGradients Pack(double[] gradients, double[] hessians, int[] rows, int count, long[] packed, int threads)
    {
        var blocks = (count + BlockRows - 1) / BlockRows;
        var sums = new (double Gradient, double Hessian)[blocks];
        WorkSharing.ForBlocks(count, BlockRows, threads, (block, from, to) =>
        {
            double gradient = 0, hessian = 0;
            for (var i = from; i < to; i++)
            {
                gradient += Math.Abs(gradients[rows[i]]);
                hessian += hessians[rows[i]];
            }

            sums[block] = (gradient, hessian);
        });

        var gradientScale = Scale(int.MaxValue - (double)count, sums.Sum(sum => sum.Gradient));
        var hessianScale = Scale(uint.MaxValue - (double)count, sums.Sum(sum => sum.Hessian));
        WorkSharing.ForBlocks(count, BlockRows, threads, (_, from, to) =>
        {
            for (var i = from; i < to; i++)
            {
                var gradient = (long)Math.Round(gradients[rows[i]] * gradientScale);
                var hessian = (long)Math.Round(hessians[rows[i]] * hessianScale);
                packed[i] = unchecked((gradient << 32) + hessian);
            }
        });
        return new PackedGradients(1 / gradientScale, 1 / hessianScale);
    }

    // The largest power of two that keeps the sum below the limit.
    private static double Scale(double limit, double sum) =>
        sum > 0 ? Math.ScaleB(1, Math.ILogB(limit / sum)) : 1;
}
