using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Tessera.Learning.Boosting;

/// <summary>Sums packed gradients by bin: the innermost loop of boosting.</summary>
/// <remarks>
/// Whole numbers, so neither the order of rows nor the number of threads changes a sum. Bounds are those of the arrays by
/// construction (a bin is below its feature's count), which is why they are not checked again for each of n · d cells.
/// </remarks>
internal static class HistogramKernel
{
    /// <summary>The most features of a group, and as many bytes are read of a row at a time: behind the last row there must be that many more.</summary>
    public const int WidestGroup = 16;

    // The rows whose bins are fetched before the first of them is used: they lie anywhere, and to wait for one after the other takes twice as long.
    private const int Ahead = 32;

    /// <summary>Fills a group's part of a histogram with the sums over some rows.</summary>
    /// <param name="group">The group.</param>
    /// <param name="rows">The rows.</param>
    /// <param name="packed">Their packed derivatives, in the same order.</param>
    /// <param name="histogram">The histogram of all features; the group's part of it is overwritten.</param>
    /// <param name="length">The length of the group's part.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Fill(FeatureGroup group, ReadOnlySpan<int> rows, ReadOnlySpan<long> packed, long[] histogram, int length)
    {
        histogram.AsSpan(group.Offsets[0], length).Clear();
        ref var cells = ref MemoryMarshal.GetArrayDataReference(histogram);
        ref var offsets = ref MemoryMarshal.GetArrayDataReference(group.Offsets);
        ref var bins = ref MemoryMarshal.GetArrayDataReference(group.Bins);
        var width = (nint)group.Width;
        Span<Vector128<byte>> near = stackalloc Vector128<byte>[Ahead];
        unchecked
        {
            for (var start = 0; start < rows.Length; start += Ahead)
            {
                var count = Math.Min(Ahead, rows.Length - start);
                for (var i = 0; i < count; i++)
                {
                    near[i] = Vector128.LoadUnsafe(ref bins, (nuint)(rows[start + i] * width));
                }

                for (var i = 0; i < count; i++)
                {
                    ref var row = ref Unsafe.As<Vector128<byte>, byte>(ref near[i]);
                    var value = packed[start + i];
                    nint j = 0;
                    for (; j + 4 <= width; j += 4)
                    {
                        Unsafe.Add(ref cells, Unsafe.Add(ref offsets, j) + Unsafe.Add(ref row, j)) += value;
                        Unsafe.Add(ref cells, Unsafe.Add(ref offsets, j + 1) + Unsafe.Add(ref row, j + 1)) += value;
                        Unsafe.Add(ref cells, Unsafe.Add(ref offsets, j + 2) + Unsafe.Add(ref row, j + 2)) += value;
                        Unsafe.Add(ref cells, Unsafe.Add(ref offsets, j + 3) + Unsafe.Add(ref row, j + 3)) += value;
                    }

                    for (; j < width; j++)
                    {
                        Unsafe.Add(ref cells, Unsafe.Add(ref offsets, j) + Unsafe.Add(ref row, j)) += value;
                    }
                }
            }
        }
    }

    /// <summary>Takes one part of a histogram from another: what remains are the sums over the other rows.</summary>
    public static void Subtract(Span<long> from, ReadOnlySpan<long> part)
    {
        var vectors = MemoryMarshal.Cast<long, System.Numerics.Vector<long>>(from);
        var parts = MemoryMarshal.Cast<long, System.Numerics.Vector<long>>(part);
        for (var i = 0; i < vectors.Length; i++)
        {
            vectors[i] -= parts[i];
        }

        for (var i = vectors.Length * System.Numerics.Vector<long>.Count; i < from.Length; i++)
        {
            from[i] = unchecked(from[i] - part[i]);
        }
    }
}
