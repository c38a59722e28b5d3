using System.Buffers.Binary;

namespace Tessera.Server.Imports.Calls;

/// <summary>A range of profile ids in the engine's order, both ends included.</summary>
/// <param name="First">The first id.</param>
/// <param name="Last">The last id.</param>
internal readonly record struct ProfileRange(Guid First, Guid Last)
{
    // As calls, with all their text, the lines of a range are in the engine's memory several times over.
    private const long LinesPerRange = 300_000;
    private const int MostRanges = 1 << 14;

    // The engine orders UUIDs by their second half, which in a profile id, being a hash, begins with the bits 10.
    private const ulong Start = 0x8000_0000_0000_0000;
    private const ulong Width = 0x4000_0000_0000_0000;

    /// <summary>Ranges that together hold every profile once, so many that each has about as many order lines as are easily held.</summary>
    public static IEnumerable<ProfileRange> For(long lines)
    {
        var count = (int)Math.Clamp((lines / LinesPerRange) + 1, 1, MostRanges);
        var step = Width / (ulong)count;
        for (var index = 0; index < count; index++)
        {
            var first = index == 0 ? Guid.Empty : At(Start + (step * (ulong)index), 0);
            var last = index == count - 1 ? At(ulong.MaxValue, ulong.MaxValue) : At(Start + (step * (ulong)(index + 1)) - 1, ulong.MaxValue);
            yield return new ProfileRange(first, last);
        }
    }

    private static Guid At(ulong secondHalf, ulong firstHalf)
    {
        Span<byte> bytes = stackalloc byte[16];
        BinaryPrimitives.WriteUInt64BigEndian(bytes, firstHalf);
        BinaryPrimitives.WriteUInt64BigEndian(bytes[8..], secondHalf);
        return new Guid(bytes, bigEndian: true);
    }
}
