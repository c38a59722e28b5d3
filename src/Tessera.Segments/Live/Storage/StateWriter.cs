using System.Buffers;
using System.Buffers.Binary;
using System.Numerics;
using System.Text;
using Tessera.Segments.Live.Tracks;

namespace Tessera.Segments.Live.Storage;

/// <summary>Writes states, version 1: numbers in as many bytes as they need, times as distances, a checksum at the end. See <see cref="StateReader"/> for the form.</summary>
internal sealed class StateWriter
{
    internal const byte Version = 1;

    internal const int HeaderLength = 12;

    internal const int ChecksumLength = 4;

    private static readonly Int128[] Powers = [.. Enumerable.Range(0, 13).Select(exponent => (Int128)Math.Pow(10, exponent))];

    private readonly ArrayBufferWriter<byte> buffer = new(512);

    internal StateWriter(StateKind kind, ulong layout)
    {
        var header = buffer.GetSpan(HeaderLength);
        (header[0], header[1], header[2], header[3]) = ((byte)'T', (byte)'S', Version, (byte)kind);
        BinaryPrimitives.WriteUInt64LittleEndian(header[4..], layout);
        buffer.Advance(HeaderLength);
    }

    internal byte[] Finish()
    {
        BinaryPrimitives.WriteUInt32LittleEndian(buffer.GetSpan(ChecksumLength), Checksum(buffer.WrittenSpan));
        buffer.Advance(ChecksumLength);
        return buffer.WrittenSpan.ToArray();
    }

    internal static uint Checksum(ReadOnlySpan<byte> bytes)
    {
        var sum = uint.MaxValue;
        for (; bytes.Length >= sizeof(ulong); bytes = bytes[sizeof(ulong)..])
        {
            sum = BitOperations.Crc32C(sum, BinaryPrimitives.ReadUInt64LittleEndian(bytes));
        }

        foreach (var item in bytes)
        {
            sum = BitOperations.Crc32C(sum, item);
        }

        return ~sum;
    }

    internal void Byte(byte value)
    {
        buffer.GetSpan(1)[0] = value;
        buffer.Advance(1);
    }

    internal void Bytes(ReadOnlySpan<byte> bytes) => buffer.Write(bytes);

    internal void Number(UInt128 value)
    {
        if (value <= ulong.MaxValue)
        {
            Number((ulong)value);
            return;
        }

        var span = buffer.GetSpan(19);
        var length = 0;
        for (; value > 0x7F; value >>= 7)
        {
            span[length++] = unchecked((byte)((byte)value | 0x80));
        }

        span[length++] = (byte)value;
        buffer.Advance(length);
    }

    private void Number(ulong value)
    {
        var span = buffer.GetSpan(10);
        var length = 0;
        for (; value > 0x7F; value >>= 7)
        {
            span[length++] = unchecked((byte)(value | 0x80));
        }

        span[length++] = (byte)value;
        buffer.Advance(length);
    }

    internal void Signed(long value) => Number(unchecked((ulong)((value << 1) ^ (value >> 63))));

    internal void Signed(Int128 value) => Number(unchecked((UInt128)((value << 1) ^ (value >> 127))));

    internal void Bits(int count, Func<int, bool> bit)
    {
        for (var start = 0; start < count; start += 8)
        {
            var packed = 0;
            for (var index = start; index < Math.Min(count, start + 8); index++)
            {
                packed |= bit(index) ? 1 << (index - start) : 0;
            }

            Byte((byte)packed);
        }
    }

    /// <summary>Writes a track; its times as distances from a given one.</summary>
    internal void Track(Track track, long origin)
    {
        var scale = Scale(track);
        var hasFold = track.FoldedCount != 0 || track.IsDecided;
        Number(((UInt128)track.Count << 3) | (UInt128)(scale << 1) | (hasFold ? UInt128.One : UInt128.Zero));
        if (hasFold)
        {
            Number((((UInt128)track.FoldedCount) << 1) | (track.IsDecided ? UInt128.One : UInt128.Zero));
            if (track.Shape.HasNumbers)
            {
                Decimal(track.FoldedSum);
            }
        }

        var unit = Unit(scale);
        var before = FloorTo(origin, unit);
        for (var index = 0; index < track.Count; index++)
        {
            Signed((track.Time(index) - before) / unit);
            before = track.Time(index);
            Entry(track, index);
        }
    }

    internal static long Unit(int scale) => scale switch { 0 => 1, 1 => 1_000, _ => 1_000_000 };

    internal static long FloorTo(long time, long unit) => time - (((time % unit) + unit) % unit);

    private void Entry(Track track, int index)
    {
        var shape = track.Shape;
        if (shape.HasIds)
        {
            Id(track.Id(index));
        }

        if (shape.HasTexts)
        {
            Text(track.Text(index), 0);
        }

        if (shape.HasNumbers)
        {
            Decimal(track.Number(index));
        }

        for (var start = 0; start < shape.Bits; start += 8)
        {
            Byte(unchecked((byte)(track.Word(index, start / TrackShape.BitsPerWord) >> (start % TrackShape.BitsPerWord))));
        }

        for (var slot = 0; slot < shape.Dates; slot++)
        {
            if (track.Date(index, slot) is var date && date == Tracks.Track.NoDate)
            {
                Byte(0);
            }
            else
            {
                Byte(1);
                Signed(date - track.Time(index));
            }
        }
    }

    // 0 and the sixteen bytes of an id in the usual form of UUIDs, else a text.
    private void Id(string id)
    {
        if (Guid.TryParseExact(id, "D", out var guid) && guid.ToString("D") == id)
        {
            Byte(0);
            guid.TryWriteBytes(buffer.GetSpan(16), bigEndian: true, out var written);
            buffer.Advance(written);
        }
        else
        {
            Text(id, 1);
        }
    }

    private void Text(string text, int offset)
    {
        var length = Encoding.UTF8.GetByteCount(text);
        Number((UInt128)(length + offset));
        Encoding.UTF8.GetBytes(text, buffer.GetSpan(length + 1));
        buffer.Advance(length);
    }

    // How many zeros are left out at the end, and the digits before them.
    private void Decimal(Int128 number)
    {
        if (number > long.MinValue && number <= long.MaxValue)
        {
            Decimal((long)number);
            return;
        }

        var zeros = 0;
        while (zeros < Powers.Length - 1 && number != 0 && number % Powers[zeros + 1] == 0)
        {
            zeros++;
        }

        Byte((byte)zeros);
        Signed(number / Powers[zeros]);
    }

    private void Decimal(long number)
    {
        byte zeros = 0;
        while (zeros < Powers.Length - 1 && number != 0 && number % 10 == 0)
        {
            number /= 10;
            zeros++;
        }

        Byte(zeros);
        Signed(number);
    }

    private static int Scale(Track track)
    {
        for (var scale = 2; scale > 0; scale--)
        {
            var (unit, index) = (Unit(scale), 0);
            while (index < track.Count && track.Time(index) % unit == 0)
            {
                index++;
            }

            if (index == track.Count)
            {
                return scale;
            }
        }

        return 0;
    }
}
