using System.Numerics;
using System.Runtime.InteropServices;

namespace Tessera.Learning.Numerics;

/// <summary>The dot product, as many lanes at once as the processor has.</summary>
internal static class DotProduct
{
    /// <summary>The sum of the products of two vectors of the same length.</summary>
    public static double Of(ReadOnlySpan<double> first, ReadOnlySpan<double> second)
    {
        var lanes = Vector<double>.Count;
        ref var a = ref MemoryMarshal.GetReference(first);
        ref var b = ref MemoryMarshal.GetReference(second);
        Vector<double> sums = default;
        var k = 0;
        for (; k + lanes <= first.Length; k += lanes)
        {
            sums = Vector.FusedMultiplyAdd(Vector.LoadUnsafe(ref a, (nuint)k), Vector.LoadUnsafe(ref b, (nuint)k), sums);
        }

        var sum = Vector.Sum(sums);
        for (; k < first.Length; k++)
        {
            sum += first[k] * second[k];
        }

        return sum;
    }
}
