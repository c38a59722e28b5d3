using System.Runtime.InteropServices;
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

    /// <summary>Packs the derivatives of the rows of a tree.</summary>
    /// <param name="derivatives">Gives them.</param>
    /// <param name="order">The rows; their packed derivatives are put beside them.</param>
    /// <param name="threads">Threads.</param>
    public static PackedGradients Pack(RowDerivatives derivatives, RowOrder order, int threads)
    {
        // Until their sums, and so the units, are known, the derivatives wait where the packed ones will be and in what is spare until the first division.
        var (packed, spare) = (order.Packed, order.Spare);
        var sums = new (double Gradient, double Hessian)[(order.Count + BlockRows - 1) / BlockRows];
        WorkSharing.ForBlocks(order.Count, BlockRows, threads, (block, from, to) =>
        {
            var gradients = Doubles(packed, from, to);
            var hessians = Doubles(spare, from, to);
            derivatives(order.Rows.AsSpan(from, to - from), gradients, hessians);
            double gradient = 0, hessian = 0;
            for (var i = 0; i < gradients.Length; i++)
            {
                gradient += Math.Abs(gradients[i]);
                hessian += hessians[i];
            }

            sums[block] = (gradient, hessian);
        });

        var gradientScale = Scale(int.MaxValue - (double)order.Count, sums.Sum(sum => sum.Gradient));
        var hessianScale = Scale(uint.MaxValue - (double)order.Count, sums.Sum(sum => sum.Hessian));
        WorkSharing.ForBlocks(order.Count, BlockRows, threads, (_, from, to) =>
        {
            for (var i = from; i < to; i++)
            {
                var gradient = (long)Math.Round(BitConverter.Int64BitsToDouble(packed[i]) * gradientScale);
                var hessian = (long)Math.Round(BitConverter.Int64BitsToDouble(spare[i]) * hessianScale);
                packed[i] = unchecked((gradient << 32) + hessian);
            }
        });
        return new PackedGradients(1 / gradientScale, 1 / hessianScale);
    }

    private static Span<double> Doubles(long[] cells, int from, int to) => MemoryMarshal.Cast<long, double>(cells.AsSpan(from, to - from));

    // The largest power of two that keeps the sum below the limit.
    private static double Scale(double limit, double sum) =>
        sum > 0 ? Math.ScaleB(1, Math.ILogB(limit / sum)) : 1;
}
