using Tessera.Simulation.Randomness;

namespace Tessera.Simulation.Running;

/// <summary>Version 4 UUIDs made from a key: anonymous ids as browsers have them.</summary>
internal static class UuidText
{
    /// <summary>The length of the text.</summary>
    public const int Length = 36;

    /// <summary>Writes the UUID of a key.</summary>
    public static void Write(ulong key, Span<byte> target)
    {
        var bits = new SplitMix64(key);
        Span<byte> bytes = stackalloc byte[16];
        System.Buffers.Binary.BinaryPrimitives.WriteUInt64BigEndian(bytes, bits.Next());
        System.Buffers.Binary.BinaryPrimitives.WriteUInt64BigEndian(bytes[8..], bits.Next());
        bytes[6] = (byte)((bytes[6] & 0x0F) | 0x40);
        bytes[8] = (byte)((bytes[8] & 0x3F) | 0x80);
        var uuid = new Guid(bytes, bigEndian: true);
        uuid.TryFormat(target, out _);
    }
}
