using System.Buffers.Binary;
using Tessera.ClickHouse.Rows;

namespace Tessera.ClickHouse.Codecs;

/// <summary>UUID as Guid. On the wire it is two 64-bit numbers, the first half first, each little-endian.</summary>
internal sealed class UuidCodec : Codec<Guid>
{
    private const int Size = 16;

    public override Guid Read(RowReader reader)
    {
        var first = reader.Read<ulong>();
        var second = reader.Read<ulong>();
        Span<byte> bytes = stackalloc byte[Size];
        BinaryPrimitives.WriteUInt64BigEndian(bytes, first);
        BinaryPrimitives.WriteUInt64BigEndian(bytes[8..], second);
        return new Guid(bytes, bigEndian: true);
    }

    public override void Write(RowWriter writer, Guid value)
    {
        Span<byte> bytes = stackalloc byte[Size];
        value.TryWriteBytes(bytes, bigEndian: true, out _);
        writer.Write(BinaryPrimitives.ReadUInt64BigEndian(bytes));
        writer.Write(BinaryPrimitives.ReadUInt64BigEndian(bytes[8..]));
    }
}
