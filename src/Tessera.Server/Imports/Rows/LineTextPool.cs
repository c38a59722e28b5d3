using System.Buffers.Binary;

namespace Tessera.Server.Imports.Rows;

/// <summary>Gives the same object again while a value keeps coming.</summary>
/// <remarks>Bounded: a value that falls into an occupied slot takes it over. Not thread-safe.</remarks>
internal sealed class LineTextPool
{
    private const int SlotBits = 15;
    private const int LongestPooled = 200;

    private readonly LineText?[] slots = new LineText?[1 << SlotBits];
    private LineText last = LineText.Empty;

    /// <summary>The value as a text.</summary>
    public LineText Get(ReadOnlySpan<byte> value)
    {
        if (value.IsEmpty)
        {
            return LineText.Empty;
        }

        // The lines of an order share most of their values.
        if (value.SequenceEqual(last.Utf8))
        {
            return last;
        }

        if (value.Length > LongestPooled)
        {
            return LineText.Of(value);
        }

        ref var slot = ref slots[Hash(value)];
        if (slot is null || !value.SequenceEqual(slot.Utf8))
        {
            slot = LineText.Of(value);
        }

        last = slot;
        return slot;
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

            if (!value.IsEmpty)
            {
                var rest = 0UL;
                foreach (var letter in value)
                {
                    rest = (rest << 8) | letter;
                }

                hash = (hash ^ rest) * 0x9E3779B97F4A7C15;
                hash ^= hash >> 29;
            }

            return (int)((hash * 0x9E3779B97F4A7C15) >> (64 - SlotBits));
        }
    }
}
