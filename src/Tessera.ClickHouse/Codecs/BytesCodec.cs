using Tessera.ClickHouse.Rows;

namespace Tessera.ClickHouse.Codecs;

/// <summary>String as the bytes it is.</summary>
internal sealed class BytesCodec : Codec<byte[]>
{
    public override byte[] Read(RowReader reader) => reader.ReadBytes(reader.ReadLength()).ToArray();

    public override void Write(RowWriter writer, byte[] value) =>
        writer.WriteBytes(value ?? throw new ValueException("null is not allowed, the column is not Nullable."));
}
