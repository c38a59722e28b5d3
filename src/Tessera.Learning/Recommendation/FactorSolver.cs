using System.Numerics;
using System.Runtime.InteropServices;
using Tessera.Learning.Data;
using Tessera.Learning.Numerics;

namespace Tessera.Learning.Recommendation;

/// <summary>Solves one side of implicit factorisation while the other is held fast.</summary>
/// <remarks>Hu, Koren and Volinsky (2008), equation (4): x = (YᵀY + Yᵀ(C − I)Y + λI)⁻¹ Yᵀ C p, where YᵀY is computed once for all.</remarks>
internal sealed class FactorSolver
{
    private readonly double[] factors;
    private readonly int width;
    private readonly double alpha;
    private readonly double[] gram;

    /// <summary>Prepares for a fixed side.</summary>
    /// <param name="factors">Y, [m, f].</param>
    /// <param name="options">α, λ and f.</param>
    public FactorSolver(double[] factors, FactorsOptions options)
    {
        this.factors = factors;
        width = options.Factors;
        alpha = options.Alpha;
        gram = new double[width * width];
        var rows = factors.Length / width;
        const int blockRows = 1024;
        var parts = new double[(rows + blockRows - 1) / blockRows][];
        WorkSharing.ForBlocks(rows, blockRows, WorkSharing.Threads(options.Threads), (block, from, to) =>
        {
            var part = new double[width * width];
            for (var row = from; row < to; row++)
            {
                AddOuter(part, factors.AsSpan(row * width, width), 1);
            }

            parts[block] = part;
        });
        foreach (var part in parts)
        {
            AddScaled(gram, part, 1);
        }

        for (var i = 0; i < width; i++)
        {
            gram[(i * width) + i] += options.L2;
        }
    }

    /// <summary>The factors of one user (or item).</summary>
    /// <param name="others">Its items (or users).</param>
    /// <param name="strengths">Their strengths.</param>
    /// <param name="solution">Where to, [f].</param>
    public void Solve(ReadOnlySpan<int> others, ReadOnlySpan<double> strengths, Span<double> solution)
    {
        var matrix = (double[])gram.Clone();
        solution.Clear();
        for (var i = 0; i < others.Length; i++)
        {
            var row = factors.AsSpan(others[i] * width, width);
            var extra = alpha * strengths[i];
            AddOuter(matrix, row, extra);
            AddScaled(solution, row, 1 + extra);
        }

        Cholesky(matrix, solution);
    }

    // Lower triangle only.
    private void AddOuter(double[] matrix, ReadOnlySpan<double> row, double weight)
    {
        for (var i = 0; i < width; i++)
        {
            AddScaled(matrix.AsSpan(i * width, i + 1), row[..(i + 1)], weight * row[i]);
        }
    }

    private static void AddScaled(Span<double> target, ReadOnlySpan<double> source, double factor)
    {
        var lanes = Vector<double>.Count;
        ref var to = ref MemoryMarshal.GetReference(target);
        ref var from = ref MemoryMarshal.GetReference(source);
        var many = new Vector<double>(factor);
        var k = 0;
        for (; k + lanes <= source.Length; k += lanes)
        {
            Vector.FusedMultiplyAdd(Vector.LoadUnsafe(ref from, (nuint)k), many, Vector.LoadUnsafe(ref to, (nuint)k)).StoreUnsafe(ref to, (nuint)k);
        }

        for (; k < source.Length; k++)
        {
            target[k] += factor * source[k];
        }
    }

    // The ridge keeps the matrix positive definite.
    private void Cholesky(double[] a, Span<double> b)
    {
        for (var i = 0; i < width; i++)
        {
            for (var j = 0; j <= i; j++)
            {
                var sum = a[(i * width) + j] - DotProduct.Of(a.AsSpan(i * width, j), a.AsSpan(j * width, j));
                a[(i * width) + j] = i == j ? Math.Sqrt(sum) : sum / a[(j * width) + j];
            }

            b[i] = (b[i] - DotProduct.Of(a.AsSpan(i * width, i), b[..i])) / a[(i * width) + i];
        }

        for (var i = width - 1; i >= 0; i--)
        {
            b[i] /= a[(i * width) + i];
            AddScaled(b[..i], a.AsSpan(i * width, i), -b[i]);
        }
    }
}
