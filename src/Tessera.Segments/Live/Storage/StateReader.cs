using System.Buffers.Binary;
using System.Text;
using Tessera.Segments.Live.Tracks;

namespace Tessera.Segments.Live.Storage;

/// <summary>
/// Reads states. Form: <c>T S version kind layout(8)</c>, the body, a CRC-32C of everything before it (4). A number has seven bits a byte, the lowest first, the eighth
/// bit set in all but the last; a signed one is zigzag. A track is its count of entries, eightfold, with twice the scale of its times (0 microseconds, 1 milliseconds,
/// 2 seconds) and 1 when something is folded; then what is folded; then entry by entry the distance in time, id, text, number, bits and dates.
/// </summary>
internal ref struct StateReader
{
    // More would not come from anything the writer wrote; a damaged count must not ask for gigabytes.
    private const int LongestText = 1 << 24;

    private readonly ReadOnlySpan<byte> bytes;
    private int at;

    internal StateReader(ReadOnlySpan<byte> state, StateKind kind)
    {
        if (state.Length < StateWriter.HeaderLength + StateWriter.ChecksumLength || state[0] != 'T' || state[1] != 'S')
        {
            throw new SegmentStateException("These bytes are no segment state.");
        }

        if (state[2] != StateWriter.Version)
        {
            throw new SegmentStateException($"This segment state has version {state[2]}; this version of Tessera reads version {StateWriter.Version}.");
        }

        bytes = state[..^StateWriter.ChecksumLength];
        if (BinaryPrimitives.ReadUInt32LittleEndian(state[bytes.Length..]) != StateWriter.Checksum(bytes))
        {
            throw Damaged();
        }

        if (state[3] != (byte)kind)
        {
            throw new SegmentStateException($"This is not the segment state of a {kind.ToString().ToLowerInvariant()}.");
        }

        Layout = BinaryPrimitives.ReadUInt64LittleEndian(state[4..]);
        at = StateWriter.HeaderLength;
    }

    internal ulong Layout { get; }

    internal readonly void End()
    {
        if (at != bytes.Length)
        {
            throw Damaged();
        }
    }

    internal byte Byte() => at < bytes.Length ? bytes[at++] : throw Damaged();

    internal ReadOnlySpan<byte> Bytes(int count)
    {
        if (count > bytes.Length - at)
        {
            throw Damaged();
        }

        at += count;
        return bytes.Slice(at - count, count);
    }

    internal UInt128 Number()
    {
        ulong low = 0;
        for (var shift = 0; shift < 63; shift += 7)
        {
            var next = Byte();
            low |= (ulong)(next & 0x7F) << shift;
            if (next < 0x80)
            {
                return low;
            }
        }

        UInt128 value = low;
        for (var shift = 63; shift < 128; shift += 7)
        {
            var next = Byte();
            value |= unchecked((UInt128)(next & 0x7F) << shift);
            if (next < 0x80)
            {
                return value;
            }
        }

        throw Damaged();
    }

    internal Int128 Signed()
    {
        var value = Number();
        return unchecked((Int128)(value >> 1) ^ -(Int128)(value & 1));
    }

    internal long Long() => Number() is var value && value <= ulong.MaxValue ? unchecked((long)((ulong)value >> 1) ^ -(long)((ulong)value & 1)) : throw Damaged();

    internal void Bits(int count, Span<bool> bits)
    {
        for (var start = 0; start < count; start += 8)
        {
            var packed = Byte();
            for (var index = start; index < Math.Min(count, start + 8); index++)
            {
                bits[index] = (packed >> (index - start) & 1) != 0;
            }
        }
    }

    internal Track Track(TrackShape shape, long origin)
    {
        var track = new Track(shape);
        var head = Number();
        var scale = (int)(head >> 1 & 3);
        if (head >> 3 > (UInt128)(bytes.Length - at) || scale > 2)
        {
            throw Damaged();
        }

        if ((head & 1) != 0)
        {
            var folded = Number();
            track.IsDecided = (folded & 1) != 0;
            track.FoldedCount = folded >> 1 <= long.MaxValue ? (long)(folded >> 1) : throw Damaged();
            track.FoldedSum = shape.HasNumbers ? Decimal() : 0;
        }

        var unit = StateWriter.Unit(scale);
        var time = StateWriter.FloorTo(origin, unit);
        for (var left = (int)(head >> 3); left > 0; left--)
        {
            time = Math.Clamp(checked(time + (Long() * unit)), -Farthest, Farthest);
            Entry(track, time);
        }

        return track;
    }

    // A good deal beyond all times there are, and small enough to be added to any length of time.
    private const long Farthest = 1L << 61;

    private void Entry(Track track, long time)
    {
        var shape = track.Shape;
        var id = shape.HasIds ? Id() : null;
        var index = track.Insert(time, id);
        if (shape.HasTexts)
        {
            track.SetText(index, Text(Length()));
        }

        if (shape.HasNumbers)
        {
            track.SetNumber(index, Decimal());
        }

        for (var start = 0; start < shape.Bits; start += 8)
        {
            var packed = Byte();
            for (var slot = start; slot < Math.Min(shape.Bits, start + 8); slot++)
            {
                if ((packed >> (slot - start) & 1) != 0)
                {
                    track.SetBit(index, slot);
                }
            }
        }

        for (var slot = 0; slot < shape.Dates; slot++)
        {
            track.SetDate(index, slot, Byte() == 0 ? Tracks.Track.NoDate : Math.Clamp(time + Long(), -Farthest, Farthest));
        }
    }

    private string Id() => Length() is var length && length == 0 ? new Guid(Bytes(16), bigEndian: true).ToString("D") : Text(length - 1);

    private int Length() => Number() is var length && length <= LongestText ? (int)length : throw Damaged();

    private string Text(int length) => Encoding.UTF8.GetString(Bytes(length));

    private Int128 Decimal()
    {
        var zeros = Byte();
        var value = Signed();
        if (zeros > 12 || value > (Int128)1 << 80 || value < -((Int128)1 << 80))
        {
            throw Damaged();
        }

        for (; zeros > 0; zeros--)
        {
            value *= 10;
        }

        return value;
    }

    private static SegmentStateException Damaged() => new("This segment state is damaged: it ends too early, or its checksum does not fit.");
}
