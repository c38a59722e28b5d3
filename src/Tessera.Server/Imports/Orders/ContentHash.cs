using System.Buffers.Binary;
using System.Numerics;

namespace Tessera.Server.Imports.Orders;

/// <summary>A 128-bit hash of bytes, the same on every machine and in every version: results are stored.</summary>
/// <remarks>
/// MurmurHash3, x64, 128 bits, seed 0 (Austin Appleby, 2011, public domain). Quick and well spread, so that equal hashes mean
/// equal content for all purposes here; not a defence against somebody who looks for equal ones. O(n).
/// </remarks>
internal static class ContentHash
{
    private const int BlockSize = 16;
    private const ulong FirstFactor = 0x87C37B91114253D5;
    private const ulong SecondFactor = 0x4CF5AD432745937F;

    /// <summary>The hash; its lower half is as good a 64-bit hash.</summary>
    public static UInt128 Of(ReadOnlySpan<byte> content)
    {
        unchecked
        {
            var length = (ulong)content.Length;
            var (first, second) = (0UL, 0UL);
            while (content.Length >= BlockSize)
            {
                first ^= First(BinaryPrimitives.ReadUInt64LittleEndian(content));
                first = ((BitOperations.RotateLeft(first, 27) + second) * 5) + 0x52DCE729;
                second ^= Second(BinaryPrimitives.ReadUInt64LittleEndian(content[sizeof(ulong)..]));
                second = ((BitOperations.RotateLeft(second, 31) + first) * 5) + 0x38495AB5;
                content = content[BlockSize..];
            }

            Span<byte> rest = stackalloc byte[BlockSize];
            rest.Clear();
            content.CopyTo(rest);
            second ^= Second(BinaryPrimitives.ReadUInt64LittleEndian(rest[sizeof(ulong)..]));
            first ^= First(BinaryPrimitives.ReadUInt64LittleEndian(rest));

            first ^= length;
            second ^= length;
            first += second;
            second += first;
            first = Mix(first);
            second = Mix(second);
            first += second;
            second += first;
            return new UInt128(second, first);
        }
    }

    private static ulong First(ulong block) => unchecked(BitOperations.RotateLeft(block * FirstFactor, 31) * SecondFactor);

    private static ulong Second(ulong block) => unchecked(BitOperations.RotateLeft(block * SecondFactor, 33) * FirstFactor);

    private static ulong Mix(ulong value)
    {
        unchecked
        {
            value = (value ^ (value >> 33)) * 0xFF51AFD7ED558CCD;
            value = (value ^ (value >> 33)) * 0xC4CEB9FE1A85EC53;
            return value ^ (value >> 33);
        }
    }
}
