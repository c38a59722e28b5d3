using System.Buffers.Binary;
using System.Text;

namespace Tessera.Server.Imports.Rows;

/// <summary>Makes strings of UTF-8 values and gives the same string again while a value keeps coming.</summary>
/// <remarks>Bounded: a value that falls into an occupied slot takes it over. Not thread-safe.</remarks>
internal sealed class Utf8StringPool
{
    private const int SlotBits = 13;
    private const int LongestPooled = 200;

    private readonly (byte[] Bytes, string Text)[] slots = new (byte[], string)[1 << SlotBits];

    /// <summary>The value as a string.</summary>
    public string Get(ReadOnlySpan<byte> value)
    {
        if (value.IsEmpty)
        {
            return string.Empty;
        }

        if (value.Length > LongestPooled)
        {
            return Encoding.UTF8.GetString(value);
        }

        ref var slot = ref slots[Hash(value)];
        if (slot.Bytes is not null && value.SequenceEqual(slot.Bytes))
        {
            return slot.Text;
        }

        slot = (value.ToArray(), Encoding.UTF8.GetString(value));
        return slot.Text;
    }

    // Multiplicative hashing over eight bytes at a time; only the spread over the slots matters.
    private static int Hash(ReadOnlySpan<byte> value)
    {
        unchecked
        {
            var hash = (ulong)value.Length * 0x9E3779B97F4A7C15;
            while (value.Length >= sizeof(ulong))
            {
                hash = (hash ^ BinaryPrimitives.ReadUInt64LittleEndian(value)) * 0x9E3779B97F4A7C15;
                hash ^= hash >> 29;
                value = value[sizeof(ulong)..];
            }

            foreach (var letter in value)
            {
                hash = (hash ^ letter) * 0x100000001B3;
            }

            return (int)((hash * 0x9E3779B97F4A7C15) >> (64 - SlotBits));
        }
    }
}
