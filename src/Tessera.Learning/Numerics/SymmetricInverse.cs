using System.Numerics;
using Tessera.Learning.Data;

namespace Tessera.Learning.Numerics;

/// <summary>Inverts symmetric positive definite matrices in place, block by block.</summary>
/// <remarks>
/// The sweep operator on blocks: with D = A_kk⁻¹ and U = A_:k D, A_ij becomes A_ij − U_i A_jkᵀ, A_ik becomes U_i, and A_kk becomes −D; after all
/// blocks A is the negative of its inverse. Only the lower triangle is computed. Nearly all work is dot products of two short rows.
/// <para>Reference: Goodnight (1979), A Tutorial on the SWEEP Operator, The American Statistician 33(3). O(n³ / 2) multiplications.</para>
/// </remarks>
internal static class SymmetricInverse
{
    private const int Block = 128;
    private const int Tile = 64;

    /// <summary>Inverts a matrix.</summary>
    /// <param name="matrix">[n, n]; read below the diagonal, written whole.</param>
    /// <param name="n">The rows.</param>
    /// <param name="threads">How many threads; the result does not depend on it.</param>
    /// <param name="progress">Told the share of the work done.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <exception cref="NotEstimableException">The matrix is not positive definite to working precision.</exception>
    public static void Invert(double[] matrix, int n, int threads, Action<double> progress, CancellationToken cancellationToken)
    {
        for (var start = 0; start < n; start += Block)
        {
            cancellationToken.ThrowIfCancellationRequested();
            Sweep(matrix, n, start, Math.Min(Block, n - start), threads);
            progress((double)Math.Min(n, start + Block) / n);
        }

        WorkSharing.For((n + Tile - 1) / Tile, threads, tile =>
        {
            for (var i = tile * Tile; i < Math.Min(n, (tile + 1) * Tile); i++)
            {
                for (var j = 0; j <= i; j++)
                {
                    matrix[(i * n) + j] = -matrix[(i * n) + j];
                }
            }
        });
        // A row's upper part is the column below: written by tiles, after all lower parts are done.
        WorkSharing.For((n + Tile - 1) / Tile, threads, tile =>
        {
            for (var j = 0; j < n; j++)
            {
                for (var i = tile * Tile; i < Math.Min(Math.Min(n, (tile + 1) * Tile), j); i++)
                {
                    matrix[(i * n) + j] = matrix[(j * n) + i];
                }
            }
        });
    }

    private static void Sweep(double[] matrix, int n, int start, int width, int threads)
    {
        // The columns of the block as rows of a panel, in full by symmetry.
        var panel = new double[n * width];
        for (var i = 0; i < n; i++)
        {
            for (var k = 0; k < width; k++)
            {
                var (row, column) = i >= start + k ? (i, start + k) : (start + k, i);
                panel[(i * width) + k] = matrix[(row * n) + column];
            }
        }

        var inverse = InvertSmall(panel.AsSpan(start * width, width * width), width);
        var products = new double[n * width];
        var tiles = (n + Tile - 1) / Tile;
        WorkSharing.For(tiles, threads, tile =>
        {
            for (var i = tile * Tile; i < Math.Min(n, (tile + 1) * Tile); i++)
            {
                for (var k = 0; k < width; k++)
                {
                    // The inverse is symmetric: its rows are its columns.
                    products[(i * width) + k] = DotProduct.Of(panel.AsSpan(i * width, width), inverse.AsSpan(k * width, width));
                }
            }
        });
        WorkSharing.For(tiles, threads, tile =>
        {
            // The longest rows first, so that no thread is left with the last of them.
            var rows = tiles - 1 - tile;
            for (var columns = 0; columns <= rows; columns++)
            {
                Update(matrix, products, panel, n, width, rows * Tile, columns * Tile);
            }
        });
        for (var i = 0; i < n; i++)
        {
            for (var k = 0; k < width; k++)
            {
                var column = start + k;
                var (row, other) = i >= column ? (i, column) : (column, i);
                matrix[(row * n) + other] = i >= start && i < start + width ? -inverse[((i - start) * width) + k] : products[(i * width) + k];
            }
        }
    }

    // Lower part of A −= U Wᵀ on one tile; two rows against four at a time, so that each loaded number is used several times.
    private static void Update(double[] matrix, double[] products, double[] panel, int n, int width, int firstRow, int firstColumn)
    {
        var (endRow, endColumn) = (Math.Min(n, firstRow + Tile), Math.Min(n, firstColumn + Tile));
        var i = firstRow;
        for (; i + 1 < endRow; i += 2)
        {
            var j = firstColumn;
            for (; j + 3 < endColumn; j += 4)
            {
                TwoByFour(matrix, products, panel, n, width, i, j);
            }

            for (; j < endColumn; j++)
            {
                One(matrix, products, panel, n, width, i, j);
                One(matrix, products, panel, n, width, i + 1, j);
            }
        }

        for (; i < endRow; i++)
        {
            for (var j = firstColumn; j < endColumn; j++)
            {
                One(matrix, products, panel, n, width, i, j);
            }
        }
    }

    private static void One(double[] matrix, double[] products, double[] panel, int n, int width, int i, int j) =>
        matrix[(i * n) + j] -= DotProduct.Of(products.AsSpan(i * width, width), panel.AsSpan(j * width, width));

    private static void TwoByFour(double[] matrix, double[] products, double[] panel, int n, int width, int i, int j)
    {
        var lanes = Vector<double>.Count;
        ref var a = ref products[i * width];
        ref var b = ref panel[j * width];
        Vector<double> s00 = default, s01 = default, s02 = default, s03 = default, s10 = default, s11 = default, s12 = default, s13 = default;
        var k = 0;
        for (; k + lanes <= width; k += lanes)
        {
            var a0 = Vector.LoadUnsafe(ref a, (nuint)k);
            var a1 = Vector.LoadUnsafe(ref a, (nuint)(k + width));
            var b0 = Vector.LoadUnsafe(ref b, (nuint)k);
            var b1 = Vector.LoadUnsafe(ref b, (nuint)(k + width));
            var b2 = Vector.LoadUnsafe(ref b, (nuint)(k + (2 * width)));
            var b3 = Vector.LoadUnsafe(ref b, (nuint)(k + (3 * width)));
            s00 = Vector.FusedMultiplyAdd(a0, b0, s00);
            s01 = Vector.FusedMultiplyAdd(a0, b1, s01);
            s02 = Vector.FusedMultiplyAdd(a0, b2, s02);
            s03 = Vector.FusedMultiplyAdd(a0, b3, s03);
            s10 = Vector.FusedMultiplyAdd(a1, b0, s10);
            s11 = Vector.FusedMultiplyAdd(a1, b1, s11);
            s12 = Vector.FusedMultiplyAdd(a1, b2, s12);
            s13 = Vector.FusedMultiplyAdd(a1, b3, s13);
        }

        Span<double> sums = [Vector.Sum(s00), Vector.Sum(s01), Vector.Sum(s02), Vector.Sum(s03), Vector.Sum(s10), Vector.Sum(s11), Vector.Sum(s12), Vector.Sum(s13)];
        for (; k < width; k++)
        {
            for (var cell = 0; cell < sums.Length; cell++)
            {
                sums[cell] += products[((i + (cell / 4)) * width) + k] * panel[((j + (cell % 4)) * width) + k];
            }
        }

        for (var cell = 0; cell < sums.Length; cell++)
        {
            matrix[((i + (cell / 4)) * n) + j + (cell % 4)] -= sums[cell];
        }
    }

    // The sweep of one pivot after another.
    private static double[] InvertSmall(ReadOnlySpan<double> source, int n)
    {
        var a = source.ToArray();
        for (var k = 0; k < n; k++)
        {
            var pivot = a[(k * n) + k];
            if (!(pivot > 0) || !double.IsFinite(pivot))
            {
                throw new NotEstimableException("The items depend on each other too closely for the ridge; raise L2.");
            }

            for (var i = 0; i < n; i++)
            {
                if (i == k)
                {
                    continue;
                }

                var factor = a[(i * n) + k] / pivot;
                for (var j = 0; j < n; j++)
                {
                    a[(i * n) + j] -= j == k ? 0 : factor * a[(k * n) + j];
                }

                a[(i * n) + k] = -factor;
            }

            for (var j = 0; j < n; j++)
            {
                a[(k * n) + j] = j == k ? 1 / pivot : a[(k * n) + j] / pivot;
            }
        }

        return a;
    }
}
